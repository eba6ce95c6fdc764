-- +goose Up
-- Tells every process of a change as soon as it is committed. What is told is a hint: whoever misses it reads the changes.
-- +goose StatementBegin
CREATE FUNCTION tell_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('visavis_changes', NEW.branch_id);
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER "change_hint" AFTER INSERT ON "changes" FOR EACH ROW EXECUTE FUNCTION tell_change();
