"""Every metric the Grafana dashboard asks for exists on a running service. usage: check-dashboard.py URL-of-a-service..."""

import json
import re
import sys
import time
import urllib.request
from pathlib import Path

dashboard = json.loads(Path("deploy/grafana/dashboards/clientele.json").read_text(encoding="utf-8"))
asked = {name
         for panel in dashboard["panels"]
         for target in panel.get("targets", [])
         for name in re.findall(r"\b([a-z][a-z0-9]*(?:_[a-z0-9]+)+)\s*\{", target["expr"])
         + re.findall(r"\b((?:clientele|kafka|http|jvm|agroal|process)_[a-z0-9_]+)\b", target["expr"])}
# the binder of Kafka's metrics looks for new ones once a minute
deadline = time.monotonic() + 120
while True:
    offered = set()
    for url in sys.argv[1:]:
        with urllib.request.urlopen(url + "/q/metrics", timeout=10) as answer:
            offered |= set(re.findall(r"^([a-z][a-zA-Z0-9_]*)[{ ]", answer.read().decode("utf-8"), re.M))
    missing = sorted(asked - offered)
    if not missing or time.monotonic() > deadline:
        break
    time.sleep(5)

if missing:
    sys.exit("dashboard: no service has " + ", ".join(missing))
print(f"dashboard: all of its {len(asked)} metrics are there")
