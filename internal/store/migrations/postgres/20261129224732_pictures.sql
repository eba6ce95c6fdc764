-- +goose Up
-- create "pictures" table
CREATE TABLE "pictures" ("id" character varying NOT NULL, "content_type" character varying NOT NULL, "width" bigint NOT NULL, "height" bigint NOT NULL, "content" bytea NOT NULL, "used_at" bigint NOT NULL, PRIMARY KEY ("id"));
-- create index "picture_used_at" to table: "pictures"
CREATE INDEX "picture_used_at" ON "pictures" ("used_at");
-- modify "branches" table
ALTER TABLE "branches" ADD COLUMN "accent" character varying NOT NULL DEFAULT '', ADD COLUMN "logo_id" character varying NULL, ADD CONSTRAINT "branches_pictures_logo" FOREIGN KEY ("logo_id") REFERENCES "pictures" ("id") ON DELETE NO ACTION;
-- create index "branch_logo_id" to table: "branches"
CREATE INDEX "branch_logo_id" ON "branches" ("logo_id");
-- modify "staff" table
ALTER TABLE "staff" ADD COLUMN "photo_id" character varying NULL, ADD CONSTRAINT "staff_pictures_photo" FOREIGN KEY ("photo_id") REFERENCES "pictures" ("id") ON DELETE NO ACTION;
-- create index "staff_photo_id" to table: "staff"
CREATE INDEX "staff_photo_id" ON "staff" ("photo_id");
