-- +goose Up
-- The guards that on SQLite are triggers: see guards_sqlite.sql.
CREATE EXTENSION IF NOT EXISTS btree_gist;
-- Two live appointments of a person never overlap, clean-up time included.
ALTER TABLE "appointments" ADD CONSTRAINT "appointment_overlap"
  EXCLUDE USING gist ("person_id" WITH =, int8range("starts_at", "blocked_until") WITH &&) WHERE ("live");
-- Two people never share a video room.
ALTER TABLE "video_links" ADD CONSTRAINT "video_link_room"
  EXCLUDE USING gist ("room" WITH =, "person_id" WITH <>);
