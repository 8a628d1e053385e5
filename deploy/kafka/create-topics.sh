#!/usr/bin/env bash
# Creates every topic of topics.txt with six partitions, and its dead-letter twin with one, where it is absent.
# The same as io.clientele.stack.server.LocalKafka does for ./run; topics are never created by accident, by a client.
set -euo pipefail

here=$(dirname "$0")
broker=${KAFKA_BOOTSTRAP_SERVERS:?}
kafka_topics=${KAFKA_TOPICS_COMMAND:-/opt/kafka/bin/kafka-topics.sh}
partitions=6
# each topic is a Java program of its own: keep them small, and run a few at once
export KAFKA_HEAP_OPTS=${KAFKA_HEAP_OPTS:--Xmx96m}

grep -v '^#' "$here/topics.txt" | while read -r topic policy; do
  echo "$topic $partitions $policy"
  echo "$topic.dead-letter 1 delete"
done | xargs -n 3 -P 4 sh -c '
  "$1" --bootstrap-server "$2" --create --if-not-exists --topic "$3" --partitions "$4" --replication-factor 1 \
    --config "cleanup.policy=$5"
' create "$kafka_topics" "$broker"
