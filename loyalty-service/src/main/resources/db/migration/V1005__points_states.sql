-- Points that went from one account to another: above zero for what was given, below zero for what was received; over a programme the sum
-- is zero. In a migration of its own, since PostgreSQL takes a new value into use only after the commit.
ALTER TYPE points_state ADD VALUE 'TRANSFERRED';
