/** The body of an error response is a problem with a schema. */
export default function answersWithProblem(response) {
  const content = response?.content ?? {};
  const others = Object.keys(content).filter((type) => type !== 'application/problem+json');
  if (!content['application/problem+json']?.schema) {
    return [{ message: 'has no application/problem+json body with a schema' }];
  }
  if (others.length > 0) {
    return [{ message: `answers errors as ${others.join(', ')}` }];
  }
}
