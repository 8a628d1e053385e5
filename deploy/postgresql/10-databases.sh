#!/usr/bin/env bash
# Runs once, when the server's data folder is new: a database per service with the two roles that reach it. The owner
# migrates; the application role is a plain login that owns nothing, so that row-level security binds it.
# The same as io.clientele.stack.server.LocalPostgres does for ./run.
set -euo pipefail

: "${POSTGRES_USER:?}"

run_sql() {
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" "$@"
}

# role_with_password ROLE PASSWORD
role_with_password() {
  run_sql --dbname postgres --set role="$1" --set password="$2" <<'SQL'
create role :"role" login nosuperuser nobypassrls nocreatedb nocreaterole password :'password';
SQL
}

# database_of_service NAME OWNER_PASSWORD APP_PASSWORD
database_of_service() {
  local name=$1
  role_with_password "${name}_owner" "$2"
  role_with_password "${name}_app" "$3"
  run_sql --dbname postgres --set name="$name" --set owner="${name}_owner" --set app="${name}_app" <<'SQL'
create database :"name" owner :"owner";
revoke all on database :"name" from public;
grant connect on database :"name" to :"app";
SQL
  run_sql --dbname "$name" --set owner="${name}_owner" --set app="${name}_app" <<'SQL'
alter schema public owner to :"owner";
grant usage on schema public to :"app";
SQL
}

database_of_service client_analytics "${CLIENT_ANALYTICS_OWNER_PASSWORD:?}" "${CLIENT_ANALYTICS_APP_PASSWORD:?}"
database_of_service account_plan "${ACCOUNT_PLAN_OWNER_PASSWORD:?}" "${ACCOUNT_PLAN_APP_PASSWORD:?}"
database_of_service loyalty "${LOYALTY_OWNER_PASSWORD:?}" "${LOYALTY_APP_PASSWORD:?}"

# the identity provider keeps its realm here too, apart from the services
role_with_password keycloak "${KEYCLOAK_DATABASE_PASSWORD:?}"
run_sql --dbname postgres <<'SQL'
create database keycloak owner keycloak;
revoke all on database keycloak from public;
SQL
