-- A chain of :branches branches, each with :staff people, as many appointments of each as :appointments, and :customers customers.
-- Everything of a branch follows from its number and differs from that of another by the order of its people only, so that
-- a branch of a small chain and one of a large chain give the same answers.
CREATE SCHEMA growth;
CREATE FUNCTION growth.opaque(kind text, number bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT kind || '_' || substr(md5(kind || number), 1, 20) $$;
-- The day on which an appointment is, counted from today: two fifths are to come, most of them soon, the others lie in two years past.
CREATE FUNCTION growth.day(k bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS
  $$ SELECT CASE WHEN k < :appointments * 3 / 10 THEN 1 + k / 5 WHEN k < :appointments * 2 / 5 THEN 2 + :appointments * 3 / 50 + (k - :appointments * 3 / 10)
    ELSE -1 - (k - :appointments * 2 / 5) * 730 / (:appointments * 3 / 5) END $$;
CREATE FUNCTION growth.name(number bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT (ARRAY['Anna','Ben','Clara','David','Ella','Finn','Greta','Hanna','Ida','Jonas','Karl','Lena','Mia','Noah','Olga','Paul','Rosa','Selma','Theo','Ute'])[1 + number % 20]
    || ' ' || (ARRAY['Acker','Berg','Brand','Eich','Feld','Forst','Garten','Grün','Haber','Heide','Hof','Kirch','Kling','Linden','Mühl','Nuss','Reh','Rosen','Sand','Schön','Stein','Tann','Wald','Weiden','Winter'])[1 + number / 20 % 25]
    || (ARRAY['auer','bach','baum','beck','burg','eck','feld','felder','hauer','heim','hofer','huber','kamp','lein','mann','meier','müller','rath','stein','wirth'])[1 + number / 500 % 20] $$;
CREATE FUNCTION growth.address(number bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT lower(replace(growth.name(number * 7 / 3), ' ', '.')) || '.' || number || '@mail.example' $$;
INSERT INTO branches (id, name, slug, time_zone, locale, change_sequence)
  SELECT growth.opaque('brn', b), 'Salon ' || b, 'b-' || b, 'Europe/Berlin', 'DE', 1000 FROM generate_series(0, :branches - 1) b;
INSERT INTO opening_hours (weekday, intervals, branch_id)
  SELECT weekday, '09:00-19:00', growth.opaque('brn', b) FROM generate_series(0, :branches - 1) b, generate_series(1, 6) weekday;
INSERT INTO opening_exceptions (date, intervals, branch_id)
  SELECT (to_timestamp(:now) AT TIME ZONE 'UTC')::date + day, '', growth.opaque('brn', b) FROM generate_series(0, :branches - 1) b, unnest(ARRAY[-300, -40, 12, 33]) day;
INSERT INTO service_categories (id, name) VALUES ('cat_salon', 'Haare'), ('cat_video', 'Video');
INSERT INTO services (id, name, delivery, duration_minutes, clean_up_minutes, category_id)
  SELECT 'svc_' || n, 'Dienst ' || n, CASE WHEN n < 14 THEN 'IN_SALON' ELSE 'VIDEO' END, CASE WHEN n < 14 THEN 45 ELSE 30 END, 5,
    CASE WHEN n < 14 THEN 'cat_salon' ELSE 'cat_video' END
  FROM generate_series(0, 19) n;
CREATE TABLE growth.profiles AS
  SELECT s, s / :staff AS b, (s / :staff + s) % :staff AS o, growth.opaque('stf', s) AS staff_id, growth.opaque('prs', s) AS person_id, growth.opaque('brn', s / :staff) AS branch_id
  FROM generate_series(0::bigint, :branches * :staff - 1) s;
CREATE INDEX ON growth.profiles (b);
ANALYZE growth.profiles;
INSERT INTO persons (id) SELECT person_id FROM growth.profiles;
INSERT INTO staff (id, person_id, first_name, display_name, color, role)
  SELECT staff_id, person_id, split_part(growth.name(s), ' ', 1), growth.name(s), '#0f5c63', CASE WHEN o = 19 THEN 'MANAGER' ELSE 'MEMBER' END FROM growth.profiles;
INSERT INTO accounts (id, email, created_at, staff_id) SELECT growth.opaque('acc', s), 's' || s || '@salon.example', :now - 9000000, staff_id FROM growth.profiles;
INSERT INTO sessions (id, secret_hash, created_at, expires_at, staff_id)
  SELECT growth.opaque('ses', s), md5('ses' || s), :now - 86400, :now + s % 1000 - 20, staff_id FROM growth.profiles;
INSERT INTO branch_memberships (active, branch_id, staff_id) SELECT true, branch_id, staff_id FROM growth.profiles;
INSERT INTO competencies (qualified, category_id, staff_id)
  SELECT true, category, staff_id FROM growth.profiles, unnest(ARRAY['cat_salon', 'cat_video']) category WHERE o < 8 OR category = 'cat_salon';
INSERT INTO video_links (provider, url, room, person_id, staff_id)
  SELECT 'JITSI', 'https://meet.jit.si/' || growth.opaque('room', s), 'meet.jit.si/' || growth.opaque('room', s), person_id, staff_id FROM growth.profiles WHERE o < 8;
INSERT INTO work_plans (id, rotation_start, staff_id, branch_id) SELECT s, '2026-11-23', staff_id, branch_id FROM growth.profiles;
INSERT INTO shifts (week, weekday, intervals, work_plan_id) SELECT 1, weekday, '09:00-18:00', s FROM growth.profiles, generate_series(1, 6) weekday;
INSERT INTO shift_overrides (date, intervals, branch_id, staff_id)
  SELECT (to_timestamp(:now) AT TIME ZONE 'UTC')::date + day, '', branch_id, staff_id FROM growth.profiles, unnest(ARRAY[-400, -200, -70, -10, 14]) day;
INSERT INTO absences (id, kind, first_day, last_day, person_id)
  SELECT growth.opaque('abs', s * 10 + n), 'VACATION', (to_timestamp(:now) AT TIME ZONE 'UTC')::date + day, (to_timestamp(:now) AT TIME ZONE 'UTC')::date + day + 3, person_id
  FROM growth.profiles, unnest(ARRAY[-500, -400, -300, -200, -100, -50, 20, 60]) WITH ORDINALITY AS absent(day, n);
INSERT INTO absence_requests (id, kind, first_day, last_day, created_at, state, staff_id)
  SELECT growth.opaque('arq', s * 10 + n), 'HOLIDAY', (to_timestamp(:now) AT TIME ZONE 'UTC')::date + day, (to_timestamp(:now) AT TIME ZONE 'UTC')::date + day + 3, :now - 86400 - s % 1000,
    CASE WHEN n < 5 THEN 'DECLINED' ELSE 'OPEN' END, staff_id
  FROM growth.profiles, unnest(ARRAY[-400, -200, -100, -50, 90]) WITH ORDINALITY AS asked(day, n) WHERE n < 5 OR s % 10 = 0;
CREATE TABLE growth.customers AS
  SELECT c AS number, growth.opaque('cus', c) AS id, growth.name(c * 7 / 3) AS name, growth.address(c) AS email, '+49 30 ' || 1000000 + c AS phone,
    :now - c % 700 * 86400 AS created_at
  FROM generate_series(0::bigint, :branches::bigint * :customers - 1) c;
CREATE INDEX ON growth.customers (number);
INSERT INTO appointments (id, branch_id, staff_id, person_id, service_id, starts_at, ends_at, blocked_until, status, live, hold_expires_at, source, created_at,
    customer_id, contact_name, contact_email, contact_locale, contact_confirmed_at, secret, join_token, room_name, idempotency_key, request_digest)
  SELECT growth.opaque('apt', number), branch_id, staff_id, person_id, 'svc_' || service, start, start + 2700, start + 3300, status, status <> 'CANCELLED',
    CASE WHEN status = 'HELD' THEN :now + 300 END, CASE WHEN k % 3 = 0 THEN 'STAFF' ELSE 'ONLINE' END, least(start - (k % 14 + 1) * 86400, :now - k * 60),
    growth.opaque('cus', c), coalesce(growth.name(c * 7 / 3), ''), coalesce(growth.address(c), ''), CASE WHEN c IS NOT NULL THEN 'DE' END, CASE WHEN c IS NOT NULL THEN start - 864000 END,
    md5('secret' || number), CASE WHEN service > 13 THEN md5('join' || number) END, CASE WHEN service > 13 THEN md5('room' || number) ELSE '' END,
    CASE WHEN k % 3 <> 0 THEN md5('key' || number) END, CASE WHEN k % 3 <> 0 THEN md5('digest' || number) || md5('of' || number) ELSE '' END
  FROM (SELECT *, CASE WHEN status <> 'HELD' AND k % 25 <> 0 THEN b * :customers + (o * 131 + k * 7) % :customers END AS c FROM (SELECT *, s * :appointments + k AS number,
      :now - :now % 86400 + growth.day(k) * 86400 + 8 * 3600 + (o + k) % 5 * 7200 + (o + k) % 4 * 900 AS start,
      CASE WHEN o < 8 THEN k % 20 ELSE k % 14 END AS service,
      CASE WHEN k = :appointments * 2 / 5 - 1 AND o % 10 = 0 THEN 'HELD' WHEN k < :appointments * 2 / 5 THEN CASE k % 12 WHEN 5 THEN 'CANCELLED' ELSE 'CONFIRMED' END
        ELSE CASE k % 20 WHEN 0 THEN 'CANCELLED' WHEN 1 THEN 'CANCELLED' WHEN 2 THEN 'NO_SHOW' ELSE 'COMPLETED' END END AS status
    FROM growth.profiles, generate_series(0::bigint, :appointments - 1) k WHERE b BETWEEN :from AND :until) planned) a;
INSERT INTO audit_entries (id, at, actor, action, subject_id, after)
  SELECT 'aud_' || substr(id, 5), created_at, 'CLIENT', 'appointmentBook', id, jsonb_build_object('id', id, 'branch_id', branch_id, 'staff_id', staff_id, 'person_id', person_id,
    'service_id', service_id, 'starts_at', starts_at, 'ends_at', ends_at, 'blocked_until', blocked_until, 'status', status, 'live', live, 'version', version)
  FROM appointments WHERE right(id, 1) < '4';
INSERT INTO mails (id, kind, appointment_version, due_at, state, attempts, sent_at, appointment_id)
  SELECT 'mal_' || substr(id, 5), 'REMINDER', 1, starts_at - 86400, CASE WHEN starts_at - 86400 > :now THEN 'WAITING' ELSE 'SENT' END, 1, starts_at - 86400, id
  FROM appointments WHERE right(id, 1) < '4';
INSERT INTO changes (sequence, kind, staff_ids, appointment_id, first_date, last_date, at, branch_id)
  SELECT n, 'APPOINTMENT', '["stf_x"]', '', '2026-11-23', '2026-11-23', :now - 1000 + n, growth.opaque('brn', b) FROM generate_series(0, :branches - 1) b, generate_series(1, 1000) n;
INSERT INTO devices (id, secret_hash, name, enrolled_at, branch_id)
  SELECT growth.opaque('dev', b), md5('device' || b), 'Kasse ' || b, :now - 9000000, growth.opaque('brn', b) FROM generate_series(0, :branches - 1) b;
INSERT INTO api_tokens (id, secret_hash, name, role, created_at, expires_at, staff_id)
  SELECT growth.opaque('tok', s), md5('token' || s), 'Website ' || s, 'MANAGER', :now - 9000000, :now + 9000000, staff_id FROM growth.profiles WHERE o = 19 AND b % 10 = 0;
INSERT INTO video_only_modes (id, first_date, last_date, own_hours, branch_id)
  SELECT growth.opaque('vom', b), (to_timestamp(:now) AT TIME ZONE 'UTC')::date - 60, (to_timestamp(:now) AT TIME ZONE 'UTC')::date - 50, false, growth.opaque('brn', b)
  FROM generate_series(0, :branches - 1) b;
INSERT INTO video_only_mode_staff (video_only_mode_id, staff_id)
  SELECT growth.opaque('vom', b), staff_id FROM growth.profiles WHERE o < 8;
-- An owner, and a receptionist of the branch in the middle, with sessions whose secrets are known.
INSERT INTO persons (id) VALUES ('prs_owner'), ('prs_receptionist');
INSERT INTO staff (id, person_id, first_name, display_name, color, role)
  VALUES ('stf_owner', 'prs_owner', 'Olga', 'Olga', '#0f5c63', 'OWNER'), ('stf_receptionist', 'prs_receptionist', 'Rosa', 'Rosa', '#0f5c63', 'RECEPTIONIST');
INSERT INTO branch_memberships (active, branch_id, staff_id) VALUES (true, growth.opaque('brn', :branches / 2), 'stf_receptionist');
INSERT INTO accounts (id, email, created_at, staff_id)
  VALUES ('acc_owner', 'owner@salon.example', :now - 9000000, 'stf_owner'), ('acc_receptionist', 'receptionist@salon.example', :now - 9000000, 'stf_receptionist');
INSERT INTO sessions (id, secret_hash, created_at, confirmed_at, last_used_at, expires_at, staff_id)
  VALUES ('ses_owner', encode(sha256(':owner_secret'), 'hex'), :now, :now, :now, :now + 1000000, 'stf_owner'),
    ('ses_receptionist', encode(sha256(':receptionist_secret'), 'hex'), :now, :now, :now, :now + 1000000, 'stf_receptionist');
INSERT INTO audit_entries (id, at, actor, action, subject_id, after)
  VALUES ('aud_rare', :now - 90000000, 'STAFF', ':rare_action', growth.opaque('brn', 0), '{}');
