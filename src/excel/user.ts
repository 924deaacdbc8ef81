/** The account signed in to Office, 'anna@company.it'; undefined where Office does not tell (before nested authentication, or signed out). */
export async function signedInUser(): Promise<string | undefined> {
  try {
    if (!Office.context.requirements.isSetSupported('NestedAppAuth', '1.1')) return undefined;
    const { userPrincipalName, loginHint } = await Office.auth.getAuthContext();
    return [userPrincipalName, loginHint].find((name) => name !== '');
  } catch {
    // Nobody is signed in, or the host knows nothing of accounts: the log does without the name.
    return undefined;
  }
}
