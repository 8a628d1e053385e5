const TELLING_FORMATS = ['uuid', 'date', 'date-time', 'duration'];

/** Text or a number shows an example, an enum, a constant or a telling format. */
export default function leafHasExample(schema) {
  if (schema === null || typeof schema !== 'object') {
    return;
  }
  const types = [schema.type].flat();
  const isLeaf = types.some((type) => ['string', 'number', 'integer'].includes(type));
  const shows =
    schema.example !== undefined ||
    (Array.isArray(schema.examples) && schema.examples.length > 0) ||
    schema.enum !== undefined ||
    schema.const !== undefined ||
    TELLING_FORMATS.includes(schema.format);
  if (isLeaf && !shows) {
    return [{ message: 'has no example' }];
  }
}
