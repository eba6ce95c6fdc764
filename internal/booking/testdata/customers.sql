-- :customers customers of 20 branches. Each first name is that of a fiftieth, each of some last names that of a hundredth, the others
-- are rare; half of the addresses share a domain. Each has one to three appointments, the first in the branch that created the record,
-- the others mostly elsewhere: a branch reaches some 12 of 100 customers. A tenth has one to come, a twentieth missed theirs, a twentieth is
-- unconfirmed. Written for both databases.
INSERT INTO branches (id, name, slug, time_zone, locale, country_code)
  WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 19)
  SELECT 'brn_' || i, 'Filiale ' || i, 'filiale-' || i, 'Europe/Berlin', 'DE', 'DE' FROM n;
INSERT INTO customers (id, name, email, phone, locale, created_at, created_in)
  WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :customers - 1),
  firsts(f, first) AS (VALUES (0, 'Anna'), (1, 'Özlem'), (2, 'Zoë'), (3, 'Jürgen'), (4, 'Łukasz'), (5, 'Marie-Luise'), (6, 'Sofia'), (7, 'Müslüm'), (8, 'Michael'), (9, 'Jörg'),
    (10, 'Claudia'), (11, 'Björn'), (12, 'Renée'), (13, 'Ümit'), (14, 'Hannah'), (15, 'Ben'), (16, 'Emilia'), (17, 'Paul'), (18, 'Chloé'), (19, 'Noah'),
    (20, 'Ida'), (21, 'Käthe'), (22, 'Søren'), (23, 'Nguyễn'), (24, 'Ewa'), (25, 'Ольга'), (26, 'Kevin'), (27, 'Lea'), (28, 'Gül'), (29, 'Stefan'),
    (30, 'Thomas'), (31, 'Andrea'), (32, 'Petra'), (33, 'Uwe'), (34, 'Heike'), (35, 'Ingrid'), (36, 'Klaus'), (37, 'Günther'), (38, 'Monika'), (39, 'Sabine'),
    (40, 'Wolfgang'), (41, 'Ayşe'), (42, 'Mehmet'), (43, 'Irena'), (44, 'Jan'), (45, 'Lena'), (46, 'Tim'), (47, 'Oskar'), (48, 'Vincent'), (49, 'Xenia')),
  lasts(l, last) AS (VALUES (0, 'Müller'), (1, 'Mueller'), (2, 'Groß'), (3, 'Kowal'), (4, 'Schäfer'), (5, 'Yılmaz'), (6, 'O''Brien'), (7, 'Wójcik'), (8, 'Lindenhauer'), (9, 'Öztürk'))
  SELECT 'cus_' || i, first || ' ' || CASE WHEN i * 4373 / 83 % 10 = 0 THEN last WHEN i % 11 = 0 THEN last || '-' || first ELSE 'Fam' || (i * 7919 % 9973) END,
    'k' || i || '.' || (i * 31 % 977) || CASE WHEN i % 2 = 0 THEN '@mail.example' ELSE '@post' || (i % 50) || '.example' END,
    CASE i % 3 WHEN 0 THEN '+49 170 ' || (1000000 + i) WHEN 1 THEN '0151/' || (2000000 + i) ELSE '+43 660 ' || (3000000 + i) END,
    'DE', 1795420800, 'brn_' || (i * 3571 / 71 % 20)
  FROM n JOIN firsts ON f = i * 7919 / 97 % 50 JOIN lasts ON l = i * 6271 / 89 % 10;
INSERT INTO persons (id) VALUES ('prs_stylist');
INSERT INTO staff (id, first_name, display_name, color, role, person_id) VALUES ('stf_stylist', 'Stylist', 'Stylist', '#0f5c63', 'MEMBER', 'prs_stylist');
INSERT INTO service_categories (id, name) VALUES ('cat_hair', 'Haare');
INSERT INTO services (id, name, delivery, duration_minutes, category_id) VALUES ('svc_cut', 'Schnitt', 'IN_SALON', 45, 'cat_hair');
INSERT INTO appointments (id, branch_id, staff_id, person_id, service_id, starts_at, ends_at, blocked_until, status, live, source, created_at, customer_id)
  WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :customers - 1), visits(v) AS (VALUES (0), (1), (2))
  SELECT 'apt_' || i || '_' || v, 'brn_' || ((i * 3571 / 71 + v * (1 + i % 19)) % 20), 'stf_stylist', 'prs_stylist', 'svc_cut',
    start, start + 2700, start + 2700, CASE WHEN i % 20 = 3 THEN 'NO_SHOW' WHEN start <= 1795420800 AND i % 2 = 0 THEN 'COMPLETED' ELSE 'CONFIRMED' END,
    false, 'STAFF', start, 'cus_' || i
  FROM (SELECT i, v, CASE WHEN v = 0 AND i % 10 = 0 THEN 1795420800 + (1 + i % 60) * 86400 ELSE 1795420800 - (i * 7 + v * 3) % 700 * 86400 END AS start
    FROM n JOIN visits ON v <= i % 3) AS visited;
UPDATE customers SET confirmed_at = created_at WHERE created_in <> 'brn_7';
