-- The sentences that tell each event, and where a person finds them again.
CREATE OR REPLACE VIEW evidence AS
SELECT
  m.event_id,
  substring(d.text, m.sentence_start + 1, m.sentence_end - m.sentence_start) AS sentence,
  d.source, d.published, d.uri, d.title AS headline_of, m.trigger, m.modality, m.outcome, m.attributed_to,
  m.earliest, m.latest, m.grain, m.date_basis, m.offset_earliest, m.offset_latest, m.date_rule, m.headline, m.confidence,
  m."start" - m.sentence_start AS trigger_start, m."end" - m.sentence_start AS trigger_end,
  m.document_id, m.mention_id
FROM mentions m JOIN documents d USING (document_id)
ORDER BY m.event_id, d.published NULLS LAST, d.source, m.document_id, m.sentence_start, m."start";

COMMENT ON VIEW evidence IS 'The sentences that tell each event, with outlet, day and address.';
