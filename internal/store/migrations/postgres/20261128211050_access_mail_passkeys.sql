-- +goose Up
-- modify "accounts" table
ALTER TABLE "accounts" ALTER COLUMN "email" DROP NOT NULL, ADD COLUMN "passkey_required" boolean NOT NULL DEFAULT false;
-- modify "mails" table
ALTER TABLE "mails" ADD COLUMN "access_changes" jsonb NULL, ADD COLUMN "recipient" character varying NOT NULL DEFAULT '';
-- modify "sessions" table
ALTER TABLE "sessions" ADD COLUMN "browser" character varying NOT NULL DEFAULT '', ADD COLUMN "last_used_at" bigint NULL;
-- create "passkey_challenges" table
CREATE TABLE "passkey_challenges" ("id" character varying NOT NULL, "challenge_hash" character varying NOT NULL, "purpose" character varying NOT NULL, "session" bytea NOT NULL, "expires_at" bigint NOT NULL, "staff_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "passkey_challenges_staff_passkey_challenges" FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE CASCADE);
-- create index "passkey_challenges_challenge_hash_key" to table: "passkey_challenges"
CREATE UNIQUE INDEX "passkey_challenges_challenge_hash_key" ON "passkey_challenges" ("challenge_hash");
-- create index "passkeychallenge_expires_at" to table: "passkey_challenges"
CREATE INDEX "passkeychallenge_expires_at" ON "passkey_challenges" ("expires_at");
-- create index "passkeychallenge_staff_id" to table: "passkey_challenges"
CREATE INDEX "passkeychallenge_staff_id" ON "passkey_challenges" ("staff_id");
-- create "passkeys" table
CREATE TABLE "passkeys" ("id" character varying NOT NULL, "credential_id" character varying NOT NULL, "credential" bytea NOT NULL, "name" character varying NOT NULL, "created_at" bigint NOT NULL, "last_used_at" bigint NULL, "staff_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "passkeys_staff_passkeys" FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE NO ACTION);
-- create index "passkeys_credential_id_key" to table: "passkeys"
CREATE UNIQUE INDEX "passkeys_credential_id_key" ON "passkeys" ("credential_id");
-- create index "passkey_staff_id" to table: "passkeys"
CREATE INDEX "passkey_staff_id" ON "passkeys" ("staff_id");
-- create "recovery_codes" table
CREATE TABLE "recovery_codes" ("id" character varying NOT NULL, "code_hash" character varying NOT NULL, "staff_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "recovery_codes_staff_recovery_codes" FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE NO ACTION);
-- create index "recovery_codes_code_hash_key" to table: "recovery_codes"
CREATE UNIQUE INDEX "recovery_codes_code_hash_key" ON "recovery_codes" ("code_hash");
-- create index "recoverycode_staff_id" to table: "recovery_codes"
CREATE INDEX "recoverycode_staff_id" ON "recovery_codes" ("staff_id");
