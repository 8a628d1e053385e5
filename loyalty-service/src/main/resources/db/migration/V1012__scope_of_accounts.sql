-- A programme has a million accounts: what hangs on an account or a member asks for its own only.
CALL scope_by_each_parent('posting', 'account_id', 'points_account');
CALL scope_by_each_parent('lot', 'account_id', 'points_account');
CALL scope_by_each_parent('entry', 'account_id', 'points_account');
CALL scope_by_each_parent('reservation', 'account_id', 'points_account');
CALL scope_by_each_parent('earning', 'member_id', 'member');
CALL scope_by_each_parent('earning_refund', 'posting_id', 'posting');

DROP POLICY caller_scope ON voucher;
CREATE POLICY caller_scope ON voucher USING (
    (SELECT sees_all())
    OR client_id IN (SELECT caller_clients())
    OR client_id IS NULL AND (SELECT caller_reach()) <> 'NONE');
