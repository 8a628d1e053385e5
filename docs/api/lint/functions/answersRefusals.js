/** Who is not known, or may not, is told so. */
export default function answersRefusals(responses) {
  return ['401', '403']
    .filter((status) => responses?.[status] === undefined)
    .map((status) => ({ message: `does not document ${status}` }));
}
