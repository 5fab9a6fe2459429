-- Places of the programme's own to which a person turns with what is not for the chat, shown before the public ones.
ALTER TABLE "programme" ADD COLUMN "concern_contacts" JSONB NOT NULL DEFAULT '[]';
