-- What is no longer needed once the keys are read.
DROP TABLE keys;
DROP TABLE allowed;
