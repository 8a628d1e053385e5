"""Compares docker-compose.yml (as docker-compose understood it) and deploy/ with the sources that ./run proves."""

import json
import re
import sys
from pathlib import Path

import yaml

DEMO_ONLY = {"quarkus.profile", "quarkus.oidc.public-key", "clientele.clock.file"}
CONTAINER_ONLY = {"quarkus.oidc.auth-server-url", "clientele.audit.digest-key"}

STACK = Path("local-stack/src/main/java/io/clientele/stack")
PLATFORM = Path("service-platform/src/main/java/io/clientele/platform")

failures = []


def same(what, here, there, found, wanted):
    for extra in sorted(set(found) - set(wanted)):
        failures.append(f"{what}: {extra!r} is in {here} but not in {there}")
    for missing in sorted(set(wanted) - set(found)):
        failures.append(f"{what}: {missing!r} is in {there} but not in {here}")


def environment_name(key):
    """The environment variable of a setting, by the rule of MicroProfile Config."""
    return re.sub(r"[^A-Za-z0-9]", "_", key).upper()


def source(path):
    return Path(path).read_text(encoding="utf-8")


composed = yaml.safe_load(Path(sys.argv[1]).read_text(encoding="utf-8"))
services = composed["services"]
databases = re.findall(r'new Database\("(\w+)"\)', source(STACK / "server/Database.java"))
of_ours = dict(re.findall(r'\w+\("([\w-]+-service)", Database\.(\w+)', source(STACK / "Service.java")))
if len(databases) != 3 or len(of_ours) != 3:
    failures.append("the services and databases of local-stack were not found: has their source moved?")

# settings of the services
parts = source(STACK / "Parts.java")
proven = set(re.findall(r'settings\.put\(\s*"([^"]+)"', parts))
wanted = {environment_name(key) for key in (proven - DEMO_ONLY) | CONTAINER_ONLY}
for name, constant in of_ours.items():
    settings = services[name]["environment"]
    same(f"settings of {name}", "docker-compose.yml", "Parts.java", settings, wanted)
    database = constant.lower()
    if (
        not settings["QUARKUS_DATASOURCE_JDBC_URL"].endswith("/" + database)
        or settings["QUARKUS_DATASOURCE_USERNAME"] != database + "_app"
        or settings["QUARKUS_FLYWAY_USERNAME"] != database + "_owner"
    ):
        failures.append(f"{name} does not use its own database and roles")
    if services[name]["build"]["args"] != {"SERVICE": name, "PORT": settings["QUARKUS_HTTP_PORT"]}:
        failures.append(f"{name} is not built as itself")

# databases, topics, roles
init = source("deploy/postgresql/10-databases.sh")
same("databases", "deploy/postgresql", "Database.java", re.findall(r"^database_of_service (\w+)", init, re.M), databases)
topics = dict(line.split() for line in source("deploy/kafka/topics.txt").splitlines() if not line.startswith("#"))
published = re.findall(r'"(clientele\.[\w.-]+)"', source("event-contracts/src/main/java/io/clientele/contracts/Topics.java"))
same("topics", "deploy/kafka/topics.txt", "Topics.java", topics, published)
if [name for name, policy in topics.items() if policy == "compact"] != ["clientele.client-states.v1"]:
    failures.append("only clientele.client-states.v1 is compacted")
realm = json.loads(source("deploy/keycloak/clientele-realm.json"))
roles = re.findall(r'String \w+ = "([\w-]+)"', source(PLATFORM / "caller/Roles.java"))
same("roles", "the realm", "Roles.java", [role["name"] for role in realm["roles"]["realm"]], roles)
same("holders of roles", "the realm", "Roles.java", [role for user in realm["users"] for role in user["realmRoles"]], roles)
for user in realm["users"]:
    for credential in user.get("credentials", []):
        if not credential["value"].startswith("${"):
            failures.append(f"the password of {user['username']} is in the repository")
for client in realm["clients"]:
    if not client.get("secret", "${").startswith("${"):
        failures.append(f"the secret of {client['clientId']} is in the repository")

# secrets and files
asked = set(re.findall(r"\$\{(\w+):\?", source("docker-compose.yml")))
offered = set(re.findall(r"^(\w+)=", source(".env.example"), re.M))
same("secrets", "docker-compose.yml", ".env.example", asked, offered)
for name, service in services.items():
    for volume in service.get("volumes", []):
        mounted = volume.split(":")[0]
        if mounted.startswith("/") and not Path(mounted).exists():
            failures.append(f"{name} mounts {mounted}, which does not exist")

# scrape targets and dashboards
targets = {target for job in yaml.safe_load(source("deploy/prometheus/prometheus.yml"))["scrape_configs"]
           if job["job_name"] == "clientele" for config in job["static_configs"] for target in config["targets"]}
same("scrape targets", "prometheus.yml", "docker-compose.yml", targets,
     [f"{name}:{services[name]['environment']['QUARKUS_HTTP_PORT']}" for name in of_ours])
sources = {entry["uid"] for path in Path("deploy/grafana/provisioning/datasources").glob("*.yaml")
           for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["datasources"]}
for path in Path("deploy/grafana/dashboards").glob("*.json"):
    used = set(re.findall(r'"uid":\s*"([^"]+)"\s*}', json.dumps(json.loads(path.read_text(encoding="utf-8")))))
    if not used <= sources:
        failures.append(f"{path} uses data sources that are not provisioned: {sorted(used - sources)}")

for failure in failures:
    print("compose: " + failure, file=sys.stderr)
if failures:
    sys.exit(1)
print("docker-compose.yml is valid and agrees with ./run")
