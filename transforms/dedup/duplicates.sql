UPDATE documents SET duplicate_of = NULL WHERE duplicate_of IS NOT NULL;

UPDATE documents SET duplicate_of = x.first FROM duplicates x WHERE documents.document_id = x.document_id;
