-- What is no longer needed once terms and keys are read.
DROP TABLE sentence_terms;
DROP TABLE document_terms;
DROP TABLE keys;
DROP TABLE allowed;
