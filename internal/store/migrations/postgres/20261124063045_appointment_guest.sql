-- +goose Up
-- modify "appointments" table
ALTER TABLE "appointments" ADD COLUMN "guest_name" character varying NOT NULL DEFAULT '', ADD COLUMN "guest_phone" character varying NOT NULL DEFAULT '';
