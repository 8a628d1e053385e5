# What the benchmarks share; sourced, not run. They use a stack of their own, on the loopback address, and stop it at the end.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
ports=${CLIENTELE_BENCHMARK_PORTS:-26081}
home=$project/benchmarks/target/stack
JAVA_HOME=$("$project/mvnw" --java-home)
java=$JAVA_HOME/bin/java
export JAVA_HOME MALLOC_ARENA_MAX=2

stack() { "$project/run" "$@" --dir "$home"; }

# fresh_stack: the servers and services with no data; the services can be killed one by one
fresh_stack() {
  mkdir -p "$project/benchmarks/target"
  trap 'stack stop > /dev/null 2>&1 || true' EXIT
  stack stop > /dev/null 2>&1 || true
  stack up --fresh --detach --data none --ports "$ports" > "$project/benchmarks/target/stack.log" ||
    { cat "$project/benchmarks/target/stack.log"; exit 1; }
}

# machine: one line that names what was measured on
machine() {
  echo "Machine: $(nproc) x $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(awk '/MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo) GB," \
    "$(uname -sr), $("$java" -version 2>&1 | sed -n 's/.*(build \(.*\))$/JDK \1/p' | head -n 1)"
  echo "Commit:  $(git -C "$project" rev-parse --short HEAD), load before: $(cut -d ' ' -f 1 /proc/loadavg)"
}

# driver NAME ARGUMENTS...: runs a Java program of this folder with the libraries of local-stack
driver() {
  local name=$1
  shift
  "$java" -Djava.util.logging.manager=org.jboss.logmanager.LogManager -cp "$project/local-stack/target/classes:$project/local-stack/target/lib/*" "$project/benchmarks/$name.java" "$@"
}
