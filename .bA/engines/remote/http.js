/** HTTP for the engines that have no client library with its own. */
/**
 * `fetch`, through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name: Node 20's own does not know them. Node reads
 * further certificate authorities from NODE_EXTRA_CA_CERTS.
 */
export async function openFetch(variables) {
    const httpsProxy = variables['HTTPS_PROXY'] || variables['https_proxy'];
    const httpProxy = variables['HTTP_PROXY'] || variables['http_proxy'];
    if (!httpsProxy && !httpProxy)
        return fetch;
    const { EnvHttpProxyAgent, fetch: proxied } = await import('undici');
    const dispatcher = new EnvHttpProxyAgent({
        ...(httpsProxy ? { httpsProxy } : {}),
        ...(httpProxy ? { httpProxy } : {}),
        noProxy: variables['NO_PROXY'] || variables['no_proxy'] || '',
    });
    return (url, init) => proxied(url, { ...init, dispatcher });
}
