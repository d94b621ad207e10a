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
    *made.method_mut() = request.method.into();
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

#[cfg_attr(docsrs, doc(cfg(feature = "http")))]
impl From<Method> for http::Method {
    fn from(method: Method) -> Self {
        match method {
            Method::Get => Self::GET,
            Method::Put => Self::PUT,
            Method::Post => Self::POST,
            Method::Delete => Self::DELETE,
            Method::Patch => Self::PATCH,
        }
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

#[cfg(test)]
mod tests {
    use alloc::{borrow::ToOwned, string::ToString};

    use http::Response;

    use crate::{
        FeedbackType, ListSteps, ModifyFeedbackForStep, ModifyFeedbackRequest, RetrieveStep,
        operation::{Method, Operation, RequestError, ResponseError},
    };

    #[test]
    fn methods_keep_their_names() {
        for method in [
            Method::Get,
            Method::Put,
            Method::Post,
            Method::Delete,
            Method::Patch,
        ] {
            assert_eq!(http::Method::from(method).as_str(), method.as_str());
        }
    }

    #[test]
    fn a_request_has_all_parts() -> Result<(), RequestError> {
        let body = ModifyFeedbackRequest::new().with_feedback(FeedbackType::Negative);
        let request =
            ModifyFeedbackForStep::new("step-1", body).to_http("https://api.letta.com")?;
        assert_eq!(request.method(), http::Method::PATCH);
        assert_eq!(
            request.uri(),
            "https://api.letta.com/v1/steps/step-1/feedback"
        );
        assert_eq!(request.headers().len(), 1);
        assert_eq!(request.headers()["content-type"], "application/json");
        assert_eq!(request.body(), br#"{"feedback":"negative"}"#);

        let request = ListSteps::new()
            .with_model("a b")
            .with_x_project("slug")
            .to_http("")?;
        assert_eq!(request.method(), http::Method::GET);
        assert_eq!(request.uri(), "/v1/steps/?model=a%20b");
        assert_eq!(request.headers().len(), 1);
        assert_eq!(request.headers()["x-project"], "slug");
        assert!(request.body().is_empty());
        Ok(())
    }

    #[test]
    fn an_address_is_put_behind_its_base() -> Result<(), RequestError> {
        for (base, uri) in [
            ("", "/v1/steps/"),
            ("http://localhost:8283", "http://localhost:8283/v1/steps/"),
            ("http://localhost:8283/", "http://localhost:8283/v1/steps/"),
            ("http://[::1]:8283", "http://[::1]:8283/v1/steps/"),
            (
                "https://example.com/letta",
                "https://example.com/letta/v1/steps/",
            ),
            (
                "https://example.com/letta/",
                "https://example.com/letta/v1/steps/",
            ),
        ] {
            let request = ListSteps::new().to_http(base)?;
            assert_eq!(request.uri().to_string(), uri, "{base}");
        }
        Ok(())
    }

    #[test]
    fn a_bad_base_is_told() {
        for (base, problem) in [
            ("localhost:8283", "has no scheme"),
            ("example.com", "has no scheme"),
            ("/", "has no host"),
            ("/letta", "has no host"),
            ("https://", "is no address"),
            ("https://exa mple.com", "is no address"),
            ("https://example.com?key=1", "has more than a path"),
            ("https://example.com/#top", "has more than a path"),
        ] {
            let Err(error) = ListSteps::new().to_http(base) else {
                panic!("{base} was taken");
            };
            let text = error.to_string();
            assert!(
                text.starts_with("the base address ") && text.contains(problem),
                "{text}"
            );
            assert!(text.contains(base), "{text}");
            assert!(matches!(error, RequestError::Base { .. }));
        }
    }

    #[test]
    fn what_is_refused_without_http_is_refused_with_it() {
        let step = RetrieveStep::new("../agents").to_http("https://example.com");
        assert!(matches!(step, Err(RequestError::Segment { .. })));
        let steps = ListSteps::new().with_x_project("a\r\nb").to_http("");
        assert!(matches!(steps, Err(RequestError::Header { .. })));
    }

    #[test]
    fn a_request_too_long_for_an_address_is_told() {
        let tags = alloc::vec!["a".repeat(70_000)];
        let error = ListSteps::new().with_tags(tags).to_http("");
        assert!(matches!(error, Err(RequestError::Base { .. })));
    }

    #[test]
    fn a_response_is_read_whatever_holds_its_body() -> Result<(), ResponseError> {
        let body = r#"{"id": "step-1"}"#;
        let step = RetrieveStep::read_http(&Response::new(body))?;
        assert_eq!(step.id, "step-1");
        let step = RetrieveStep::read_http(&Response::new(body.to_owned()))?;
        assert_eq!(step.id, "step-1");
        let step = RetrieveStep::read_http(&Response::new(body.as_bytes().to_vec()))?;
        assert_eq!(step.id, "step-1");
        Ok(())
    }

    #[test]
    fn a_failed_response_is_an_error() {
        let mut response = Response::new(r#"{"detail": "Step not found"}"#);
        *response.status_mut() = http::StatusCode::NOT_FOUND;
        let Err(error) = RetrieveStep::read_http(&response) else {
            panic!("a failure was read");
        };
        assert_eq!(error.to_string(), "404 Not Found: Step not found");
    }
}
