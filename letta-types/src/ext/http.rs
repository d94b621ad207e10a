//! Requests by the types of the crate `http`.

use alloc::{borrow::ToOwned, format, vec::Vec};

use http::{HeaderName, HeaderValue, Uri};

use crate::operation::{Method, Request, RequestError};

/// A request with its address behind a base.
pub(crate) fn request(
    request: Request,
    base: &str,
) -> Result<http::Request<Vec<u8>>, RequestError> {
    let uri = uri(base, &request.path_and_query)?;
    let mut made = http::Request::new(request.body.unwrap_or_default());
    *made.uri_mut() = uri;
    *made.method_mut() = method(request.method);
    for (name, value) in request.headers {
        let header = HeaderName::from_bytes(name.as_bytes())
            .ok()
            .zip(HeaderValue::from_str(&value).ok());
        let Some((header, value)) = header else {
            return Err(RequestError::Header { name, value });
        };
        made.headers_mut().append(header, value);
    }
    Ok(made)
}

fn method(method: Method) -> http::Method {
    match method {
        Method::Get => http::Method::GET,
        Method::Put => http::Method::PUT,
        Method::Post => http::Method::POST,
        Method::Delete => http::Method::DELETE,
        Method::Patch => http::Method::PATCH,
    }
}

fn uri(base: &str, path_and_query: &str) -> Result<Uri, RequestError> {
    let refused = |problem| RequestError::Base {
        base: base.to_owned(),
        problem,
    };
    if !base.is_empty() {
        let uri: Uri = base
            .parse()
            .map_err(|_| refused("is no address: write one such as `https://example.com`"))?;
        if uri.authority().is_none() {
            return Err(refused("has no host: write it behind `https://`"));
        }
        if uri.scheme().is_none() {
            return Err(refused(
                "has no scheme: put `https://` or `http://` in front",
            ));
        }
        if uri.query().is_some() || base.contains('#') {
            return Err(refused(
                "has more than a path: drop what begins at `?` or `#`",
            ));
        }
    }
    // The path begins with its own slash.
    format!("{}{path_and_query}", base.strip_suffix('/').unwrap_or(base))
        .parse()
        .map_err(|_| refused("makes an address that is too long: at most 65 534 bytes"))
}
