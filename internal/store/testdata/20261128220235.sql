-- A Swiss salon with one of everything, as the version before currencies of branches kept it: addresses as browsers send them, and a
-- mail that had no sender.
INSERT INTO branches (id, name, slug, time_zone, locale) VALUES ('brn_a', 'Mitte', 'mitte', 'Europe/Berlin', 'DE');
INSERT INTO opening_hours (weekday, intervals, branch_id) VALUES (2, '09:00-19:00', 'brn_a');
INSERT INTO opening_exceptions (date, intervals, branch_id) VALUES ('2026-12-24', '', 'brn_a');
INSERT INTO persons (id) VALUES ('prs_a');
INSERT INTO staff (id, first_name, display_name, color, role, person_id) VALUES ('stf_a', 'Anna', 'Anna', '#0f5c63', 'MANAGER', 'prs_a');
INSERT INTO branch_memberships (active, branch_id, staff_id) VALUES (true, 'brn_a', 'stf_a');
INSERT INTO service_categories (id, name) VALUES ('cat_a', 'Video');
INSERT INTO services (id, name, delivery, duration_minutes, category_id, price_minor_units, price_currency) VALUES ('svc_a', 'Farbberatung', 'VIDEO', 30, 'cat_a', 4900, 'CHF');
INSERT INTO competencies (qualified, category_id, staff_id) VALUES (true, 'cat_a', 'stf_a');
INSERT INTO video_links (provider, url, room, person_id, staff_id) VALUES ('JITSI', 'https://meet.jit.si/a', 'meet.jit.si/a', 'prs_a', 'stf_a');
INSERT INTO work_plans (id, rotation_start, staff_id, branch_id) VALUES (1, '2026-11-23', 'stf_a', 'brn_a');
INSERT INTO shifts (week, weekday, intervals, work_plan_id) VALUES (1, 2, '09:00-17:00', 1);
INSERT INTO shift_overrides (date, intervals, branch_id, staff_id) VALUES ('2026-12-01', '', 'brn_a', 'stf_a');
INSERT INTO absences (id, kind, first_day, last_day, person_id) VALUES ('abs_a', 'SICK', '2026-12-07', '2026-12-08', 'prs_a');
INSERT INTO video_only_modes (id, first_date, own_hours, branch_id) VALUES ('vom_a', '2027-01-04', true, 'brn_a');
INSERT INTO video_only_mode_staff (video_only_mode_id, staff_id) VALUES ('vom_a', 'stf_a');
INSERT INTO video_only_hours (weekday, intervals, video_only_mode_id) VALUES (0, '20:00-21:00', 'vom_a');
INSERT INTO changes (sequence, kind, staff_ids, at, branch_id) VALUES (1, 'STAFF', '[]', 1795420800, 'brn_a');
INSERT INTO audit_entries (id, at, action, subject_id) VALUES ('aud_a', 1795420800, 'staffCreate', 'stf_a');
INSERT INTO customers (id, name, email, phone, locale, created_at, created_in) VALUES ('cus_a', 'Pia', 'pia@xn--mller-kva.example', '0170 1', 'DE', 1795420800, 'brn_a');
UPDATE staff SET email = 'lena@müller.example' WHERE id = 'stf_a';
INSERT INTO appointments (id, starts_at, ends_at, blocked_until, status, live, source, created_at, contact_name, contact_email, contact_phone, contact_locale, branch_id, person_id, service_id, staff_id, customer_id)
  VALUES ('apt_a', 1795507200, 1795509000, 1795509300, 'COMPLETED', true, 'ONLINE', 1795420800, 'Pia P.', 'pia@xn--mller-kva.example', '0170 1', 'DE', 'brn_a', 'prs_a', 'svc_a', 'stf_a', 'cus_a');
INSERT INTO mails (id, kind, appointment_version, due_at, appointment_id, state, attempts, failure) VALUES ('mal_a', 'CONFIRMED', 1, 1795420800, 'apt_a', 'FAILED', 1, 'no sender');
INSERT INTO accounts (id, email, created_at, staff_id) VALUES ('acc_a', 'anna@xn--mller-kva.example', 1795420800, 'stf_a');
INSERT INTO devices (id, secret_hash, name, enrolled_at, branch_id) VALUES ('dev_a', 'd', 'Kasse', 1795420800, 'brn_a');
INSERT INTO sessions (id, secret_hash, created_at, expires_at, device_id, staff_id, weak_pin) VALUES ('ses_a', 's', 1795420800, 1795507200, 'dev_a', 'stf_a', true);
INSERT INTO api_tokens (id, secret_hash, name, role, created_at, expires_at, staff_id) VALUES ('tok_a', 't', 'Kasse', 'MEMBER', 1795420800, 1795507200, 'stf_a');
INSERT INTO access_links (id, secret_hash, expires_at, staff_id) VALUES ('lnk_a', 'l', 1795507200, 'stf_a');
INSERT INTO calendar_feeds (id, secret_hash, person_id, maker_id) VALUES ('fed_a', 'feed', 'prs_a', 'stf_a');
INSERT INTO passkeys (id, credential_id, credential, name, created_at, staff_id) VALUES ('psk_a', 'c', '{}', 'Telefon', 1795420800, 'stf_a');
INSERT INTO passkey_challenges (id, challenge_hash, purpose, session, expires_at, staff_id) VALUES ('pkc_a', 'h', 'CREATE', '{}', 1795507200, 'stf_a');
INSERT INTO recovery_codes (id, code_hash, staff_id) VALUES ('rec_a', 'r', 'stf_a');
INSERT INTO mail_quota (id, began_at, count) VALUES ('q', 1795420800, 1);
INSERT INTO confirmation_links (id, appointment_id) VALUES ('c', 'apt_a');
INSERT INTO signing_keys (id, secret) VALUES ('proof', 's');
INSERT INTO used_proofs (id, expires_at) VALUES ('c', 1795507200);
