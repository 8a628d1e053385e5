package io.clientele.stack.demo;

import io.clientele.contracts.clients.ClientType;
import io.clientele.contracts.clients.HeldProduct;
import io.clientele.contracts.clients.KycStatus;
import io.clientele.contracts.clients.Sex;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small invented bank: 240 people and 60 companies in eight cities, and a year of what they did with their accounts up
 * to the day given. The same day gives the same bank.
 */
public final class GeneratedBank implements DataSet {

    private static final long SEED = 20260101;
    private static final int CLIENTS = 300;
    private static final int PEOPLE = 240;
    private static final int DAYS = 365;

    private static final List<String> WOMEN = List.of(
            "Anna", "Chiara", "Elena", "Fatima", "Hanna", "Ingrid", "Jana", "Lucie", "Marta", "Nora", "Sofia",
            "Zuzana");
    private static final List<String> MEN = List.of(
            "Adam", "Bruno", "David", "Emil", "Henrik", "Ivan", "Jonas", "Karel", "Luca", "Milan", "Omar", "Tomas");
    private static final List<String> FAMILIES = List.of(
            "Adler",
            "Bauer",
            "Conti",
            "Dvorak",
            "Eriksen",
            "Fischer",
            "Gruber",
            "Horak",
            "Jansen",
            "Kovac",
            "Lindner",
            "Moretti",
            "Novak",
            "Olsen",
            "Pospisil",
            "Rossi",
            "Steiner",
            "Urban",
            "Vesely",
            "Winkler");
    private static final List<String> TRADES =
            List.of("Bakeries", "Chemicals", "Foods", "Glass", "Hotels", "Logistics", "Machines", "Textiles");
    private static final List<String> INDUSTRIES =
            List.of("10.71", "20.59", "10.89", "23.13", "55.10", "52.29", "28.99", "13.99");

    private record City(String name, String country, String region) {}

    private static final List<City> CITIES = List.of(
            new City("Wien", "AT", "Ost"),
            new City("Graz", "AT", "Sued"),
            new City("Linz", "AT", "Nord"),
            new City("Praha", "CZ", "Cechy"),
            new City("Brno", "CZ", "Morava"),
            new City("Muenchen", "DE", "Bayern"),
            new City("Milano", "IT", "Lombardia"),
            new City("Bratislava", "SK", "Zapad"));

    private final LocalDate today;

    /** The bank as it is at the beginning of {@code today}. */
    public GeneratedBank(LocalDate today) {
        this.today = today;
    }

    @Override
    public String name() {
        return "generated";
    }

    @Override
    public Optional<Instant> opening() {
        return Optional.empty();
    }

    @Override
    public Stream<ClientLine> clients() {
        return IntStream.rangeClosed(1, CLIENTS)
                .mapToObj(number -> number <= PEOPLE ? person(number) : company(number));
    }

    @Override
    public Stream<ActivityLine> activities() {
        return IntStream.range(0, DAYS)
                .mapToObj(day -> today.minusDays((long) DAYS - day))
                .flatMap(this::activitiesOn);
    }

    private ClientLine person(int number) {
        var random = randomOf(number);
        var woman = random.nextBoolean();
        var name = oneOf(woman ? WOMEN : MEN, random) + " " + oneOf(FAMILIES, random);
        var birthDate = today.minusYears(19).minusDays(random.nextInt(60 * 365));
        return line(
                number,
                ClientType.PERSON,
                name,
                null,
                birthDate,
                woman ? Sex.FEMALE : Sex.MALE,
                tierOf(random),
                random);
    }

    private ClientLine company(int number) {
        var random = randomOf(number);
        int trade = random.nextInt(TRADES.size());
        var name = oneOf(FAMILIES, random) + " " + TRADES.get(trade);
        return line(
                number,
                ClientType.COMPANY,
                name,
                INDUSTRIES.get(trade),
                null,
                null,
                number % 6 == 0 ? "KEY" : "BUSINESS",
                random);
    }

    private ClientLine line(
            int number,
            ClientType type,
            String name,
            @Nullable String nace,
            @Nullable LocalDate birthDate,
            @Nullable Sex sex,
            String tier,
            RandomGenerator random) {
        int place = random.nextInt(CITIES.size());
        var city = CITIES.get(place);
        var portfolio = Portfolio.ofDistrict(place + 1);
        var since = sinceAdult(today.minusDays(DAYS + random.nextInt(15 * 365)), birthDate);
        return new ClientLine(
                Integer.toString(number),
                type,
                name,
                nace,
                birthDate,
                sex,
                city.country(),
                city.name(),
                portfolio.manager(),
                portfolio.team(),
                tier,
                random.nextInt(20) == 0 ? KycStatus.EXPIRED : KycStatus.VERIFIED,
                since,
                Map.of("district", city.name(), "region", city.region()),
                products(number, since, random));
    }

    private static LocalDate sinceAdult(LocalDate since, @Nullable LocalDate birthDate) {
        return birthDate == null || birthDate.plusYears(18).isBefore(since) ? since : birthDate.plusYears(18);
    }

    private List<HeldProduct> products(int number, LocalDate since, RandomGenerator random) {
        var products = new ArrayList<HeldProduct>();
        products.add(new HeldProduct("ACCOUNT", "acc-" + number, since, null));
        if (random.nextInt(3) > 0) {
            products.add(new HeldProduct("CARD", "card-" + number, laterThan(since, random), null));
        }
        if (random.nextInt(4) == 0) {
            products.add(new HeldProduct("LOAN", "loan-" + number, laterThan(since, random), null));
        }
        return List.copyOf(products);
    }

    private LocalDate laterThan(LocalDate since, RandomGenerator random) {
        return since.plusDays(random.nextLong(since.until(today, ChronoUnit.DAYS)));
    }

    private Stream<ActivityLine> activitiesOn(LocalDate day) {
        return IntStream.rangeClosed(1, CLIENTS).boxed().flatMap(number -> activitiesOf(number, day));
    }

    private Stream<ActivityLine> activitiesOf(int number, LocalDate day) {
        // of the client and the day alone, so that the order of generation does not matter
        var random = new SplittableRandom(SEED * 31 + number * 100_003L + day.toEpochDay());
        var done = new ArrayList<Payment>();
        int scale = number <= PEOPLE ? 1 : 20;
        int payday = number % 5 + 1;
        if (day.getDayOfMonth() == payday) {
            done.add(new Payment(
                    number <= PEOPLE ? "SALARY" : "SALES", "CREDIT", "TRANSFER", amount(2800 * scale, random)));
        }
        if (day.getDayOfMonth() == payday + 2) {
            done.add(new Payment("HOUSEHOLD", "DEBIT", "TRANSFER", amount(750 * scale, random)));
        }
        if (day.getDayOfMonth() == 28) {
            done.add(new Payment("STATEMENT_FEE", "DEBIT", "BANK", new BigDecimal("4.90")));
        }
        if (number % 3 == 0 && day.getDayOfMonth() == 15) {
            done.add(new Payment("INSURANCE", "DEBIT", "TRANSFER", amount(85 * scale, random)));
        }
        if (random.nextInt(5) == 0) {
            done.add(new Payment("PURCHASE", "DEBIT", "CARD", amount(45 * scale, random)));
        }
        if (random.nextInt(20) == 0) {
            done.add(new Payment("OTHER", "DEBIT", "CASH", new BigDecimal((1 + random.nextInt(10)) * 20).setScale(2)));
        }
        return IntStream.range(0, done.size()).mapToObj(i -> line(number, day, i, done.get(i), random));
    }

    private record Payment(String category, String direction, String channel, BigDecimal amount) {}

    private static ActivityLine line(int number, LocalDate day, int place, Payment payment, RandomGenerator random) {
        var data = new LinkedHashMap<String, Object>();
        data.put("amount", payment.amount().toPlainString());
        data.put("currency", "EUR");
        data.put("direction", payment.direction());
        data.put("channel", payment.channel());
        data.put("category", payment.category());
        data.put("account", "acc-" + number);
        var at = day.atTime(7, 0).plusSeconds(random.nextInt(14 * 3600)).toInstant(ZoneOffset.UTC);
        return new ActivityLine(
                "demo-" + number + "-" + day + "-" + place, Integer.toString(number), "transaction", at, data);
    }

    /** Around a usual amount: between two thirds and one and a half of it. */
    private static BigDecimal amount(int usual, RandomGenerator random) {
        return BigDecimal.valueOf(usual)
                .multiply(BigDecimal.valueOf(Math.pow(1.5, random.nextDouble(-1, 1))))
                .setScale(2, RoundingMode.HALF_EVEN);
    }

    private static String tierOf(RandomGenerator random) {
        return switch (random.nextInt(10)) {
            case 0 -> "PRIVATE";
            case 1, 2 -> "PREMIUM";
            default -> "STANDARD";
        };
    }

    private static RandomGenerator randomOf(int number) {
        return new SplittableRandom(SEED + number);
    }

    private static String oneOf(List<String> names, RandomGenerator random) {
        return names.get(random.nextInt(names.size()));
    }
}
