-- Made anew at every start: a table that SQLite rebuilds loses its triggers in silence.

-- Two live appointments of a person never overlap. No appointment is longer than a day, nor its
-- clean-up time, so what begins more than two days earlier cannot reach.
CREATE TRIGGER appointment_overlap_insert BEFORE INSERT ON appointments WHEN NEW.live BEGIN
  SELECT RAISE(ABORT, 'appointment_overlap') WHERE EXISTS (
    SELECT 1 FROM appointments other
    WHERE other.person_id = NEW.person_id AND other.live
      AND other.starts_at > NEW.starts_at - 172800 AND other.starts_at < NEW.blocked_until
      AND other.blocked_until > NEW.starts_at);
END;

CREATE TRIGGER appointment_overlap_update BEFORE UPDATE OF person_id, starts_at, ends_at, blocked_until, live
ON appointments WHEN NEW.live BEGIN
  SELECT RAISE(ABORT, 'appointment_overlap') WHERE EXISTS (
    SELECT 1 FROM appointments other
    WHERE other.person_id = NEW.person_id AND other.live AND other.id <> NEW.id
      AND other.starts_at > NEW.starts_at - 172800 AND other.starts_at < NEW.blocked_until
      AND other.blocked_until > NEW.starts_at);
END;

-- Two people never share a video room.
CREATE TRIGGER video_link_room_insert BEFORE INSERT ON video_links BEGIN
  SELECT RAISE(ABORT, 'video_link_room') WHERE EXISTS (
    SELECT 1 FROM video_links other WHERE other.room = NEW.room AND other.person_id <> NEW.person_id);
END;

CREATE TRIGGER video_link_room_update BEFORE UPDATE OF room, person_id ON video_links BEGIN
  SELECT RAISE(ABORT, 'video_link_room') WHERE EXISTS (
    SELECT 1 FROM video_links other
    WHERE other.room = NEW.room AND other.person_id <> NEW.person_id AND other.id <> NEW.id);
END;
