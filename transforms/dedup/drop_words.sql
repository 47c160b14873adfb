-- What is no longer needed once the terms are read.
DROP TABLE sentence_terms;
DROP TABLE document_terms;
