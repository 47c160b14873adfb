CREATE OR REPLACE TABLE documents AS
SELECT d.* REPLACE (x.first AS duplicate_of) FROM documents d LEFT JOIN duplicates x USING (document_id)
ORDER BY document_id;
