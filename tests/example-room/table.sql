-- The table of the example room. In the app it stands in prisma/schema.prisma and in a migration of its own.
CREATE TABLE parking (
  session_id uuid NOT NULL REFERENCES session ON DELETE CASCADE,
  space integer NOT NULL CHECK (space > 0),
  person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
  CONSTRAINT parking_space_taken PRIMARY KEY (session_id, space)
)
