//! Requests of the API, without an HTTP client: what to send, and how to read the answer.
//!
//! Each request is a struct of [`operations`](crate::operations) that holds its parameters and its body.
//! [`Operation`] makes method, path, headers and body of it; what a client of your choice gets back is read
//! by [`Operation::read_response`].
//!
//! ```
//! use letta_types::{
//!     ModifyFeedbackForStep, ModifyFeedbackRequest, FeedbackType,
//!     operation::{Method, Operation},
//! };
//!
//! let feedback = ModifyFeedbackRequest::new().with_feedback(FeedbackType::Positive);
//! let operation = ModifyFeedbackForStep::new("step-1", feedback);
//!
//! let request = operation.request()?;
//! assert_eq!(request.method, Method::Patch);
//! assert_eq!(request.path_and_query, "/v1/steps/step-1/feedback");
//! assert_eq!(request.headers, [("content-type", "application/json".into())]);
//! assert_eq!(request.body.as_deref(), Some(br#"{"feedback":"positive"}"#.as_slice()));
//!
//! // Send it, and hand over what comes back.
//! let (status, body) = (404, br#"{"detail": "Step not found"}"#);
//! let error = ModifyFeedbackForStep::read_response(status, body).expect_err("there is no such step");
//! assert_eq!(error.to_string(), "404 Not Found: Step not found");
//! # Ok::<(), letta_types::operation::RequestError>(())
//! ```
//!
//! With the feature `http`, [`Operation`] has `to_http` and `read_http`, too, which do the same by the types of the
//! crate `http`.
//!
//! # What goes wrong
//!
//! A [`RequestError`] is a request that isn't made: an identifier that would address another path, or an undeclared
//! field of the body with the name of a declared one. A [`ResponseError`] is an answer that isn't typed: the server
//! said why ([`Api`](ResponseError::Api)), something that isn't the API answered ([`Status`](ResponseError::Status), or
//! [`NotJson`](ResponseError::NotJson) with a status of success), or the body isn't what is returned
//! ([`Decode`](ResponseError::Decode)).
//!
//! # Lists that come in pages
//!
//! [`Pages`] knows which request fetches the page behind the one that came, until one is empty:
//!
//! ```
//! use letta_types::{ListSteps, SortOrder, operation::{Operation, Paged, ResponseError}};
//!
//! # fn send(path: &str) -> (u16, &'static str) {
//! #     match path {
//! #         "/v1/steps/?limit=2&order=asc" => (200, r#"[{"id": "step-1"}, {"id": "step-2"}]"#),
//! #         "/v1/steps/?after=step-2&limit=2&order=asc" => (200, r#"[{"id": "step-3"}]"#),
//! #         "/v1/steps/?after=step-3&limit=2&order=asc" => (200, "[]"),
//! #         _ => (404, ""),
//! #     }
//! # }
//! let mut pages = ListSteps::new().with_limit(2).with_order(SortOrder::Asc).pages();
//! let mut ids = Vec::new();
//! while let Some(operation) = pages.operation() {
//!     let (status, body) = send(&operation.path_and_query()?);
//!     let page = ListSteps::read_response(status, body.as_bytes())?;
//!     for step in pages.turn(page) {
//!         ids.push(step.id);
//!     }
//! }
//! assert_eq!(ids, ["step-1", "step-2", "step-3"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`SeenOtids`] tells messages that came before, in an earlier reading or in a stream.

mod encode;
mod error;
mod method;
mod pages;
mod seen;
pub(crate) mod table;

use alloc::{string::String, vec::Vec};

pub(crate) use self::pages::sealed as pages_sealed;
pub use self::{
    error::{RequestError, ResponseError},
    method::Method,
    pages::{Paged, Pages},
    seen::SeenOtids,
};
use crate::json;

const JSON: &str = "application/json";

/// A request that the API takes, and what it returns.
///
/// The trait is sealed: the structs of [`operations`](crate::operations) implement it.
pub trait Operation: sealed::Operation {
    /// The name, which is OpenAPI's `operationId`, such as `retrieve_step`. [`OPENAPI`](crate::OPENAPI) has it, too.
    const NAME: &'static str;

    /// The HTTP method.
    const METHOD: Method;

    /// The path with its parameters in braces, such as `/v1/steps/{step_id}`.
    const PATH: &'static str;

    /// What is returned when the request succeeds.
    type Response: json::Body;

    /// Path and query, percent-encoded: what follows the host in the address.
    ///
    /// All bytes but the unreserved characters of [RFC 3986] are encoded, a space as `%20`. A parameter that
    /// is absent is left out, and so is a list without elements; a list is repeated for each element.
    ///
    /// [RFC 3986]: https://www.rfc-editor.org/rfc/rfc3986#section-2.3
    ///
    /// # Errors
    ///
    /// A parameter of the path is empty, `.`, `..`, or has a `/` in it. Such a value would address
    /// another path, encoded or not: `%2E%2E` is a dot segment to what normalises addresses, and servers
    /// decode `%2F` before they look for the path.
    fn path_and_query(&self) -> Result<String, RequestError> {
        encode::path_and_query(Self::PATH, &|visit| self.visit(visit))
    }

    /// The headers that parameters are sent in, their names in lower case. The body's type isn't among them.
    ///
    /// # Errors
    ///
    /// A value has characters other than printable ASCII ones, spaces and tabs in it.
    fn headers(&self) -> Result<Vec<(&'static str, String)>, RequestError> {
        encode::headers(&|visit| self.visit(visit))
    }

    /// The body as JSON, if the request has one.
    ///
    /// # Errors
    ///
    /// The body can't be written: an undeclared field has the name of a declared one.
    fn body(&self) -> Result<Option<Vec<u8>>, RequestError> {
        self.write().transpose().map_err(RequestError::Body)
    }

    /// The media type of the body, if the request has one.
    fn content_type(&self) -> Option<&'static str> {
        self.has_body().then_some(JSON)
    }

    /// All that is to be sent, put together.
    ///
    /// # Errors
    ///
    /// Those of the parts: [`path_and_query`](Self::path_and_query), [`headers`](Self::headers) and
    /// [`body`](Self::body).
    fn request(&self) -> Result<Request, RequestError> {
        let mut headers = self.headers()?;
        headers.extend(
            self.content_type()
                .map(|text| ("content-type", text.into())),
        );
        Ok(Request {
            method: Self::METHOD,
            path_and_query: self.path_and_query()?,
            headers,
            body: self.body()?,
        })
    }

    /// Reads the answer: the status and the body, as they came.
    ///
    /// # Errors
    ///
    /// The request failed, which is every status but 200 to 299, or the body isn't what is returned.
    fn read_response(status: u16, body: &[u8]) -> Result<Self::Response, ResponseError> {
        Self::read_response_as(status, body)
    }

    /// Reads the answer as another type of what is returned: a list as `Vec<Tolerant<…>>`, or a trace as
    /// `Option<RawProviderTrace>`.
    ///
    /// # Errors
    ///
    /// The request failed, which is every status but 200 to 299, or the body isn't of that type.
    ///
    /// ```
    /// use letta_types::{
    ///     ListSteps, Step,
    ///     json::Tolerant,
    ///     operation::{Operation, Paged},
    /// };
    ///
    /// let mut pages = ListSteps::new().with_limit(2).pages();
    /// let body = br#"[{"id": "step-1"}, {"id": 2}]"#;
    /// let page: Vec<Tolerant<Step>> = ListSteps::read_response_as(200, body)?;
    /// let page = pages.turn_tolerant(page);
    /// assert_eq!(page.iter().filter_map(Tolerant::value).count(), 1);
    /// assert!(pages.operation().is_some());
    /// # Ok::<(), letta_types::operation::ResponseError>(())
    /// ```
    fn read_response_as<T: json::Body>(status: u16, body: &[u8]) -> Result<T, ResponseError> {
        if (200..300).contains(&status) {
            json::from_slice(body).map_err(|error| ResponseError::unread(status, body, error))
        } else {
            Err(ResponseError::failed(status, body))
        }
    }

    /// Makes the request, as a type of the crate `http`. Its address is the path behind `base`.
    ///
    /// The base has a scheme and a host, and can have a path to put in front, such as
    /// `https://example.com/letta`, but not the `/v1` with which all paths begin; an empty one makes the address a path
    /// alone.
    ///
    /// # Errors
    ///
    /// Those of [`request`](Self::request), and a base that nothing can be put behind.
    ///
    /// ```
    /// use letta_types::{RetrieveStep, operation::Operation};
    ///
    /// let request = RetrieveStep::new("step-1").to_http("https://example.com/letta")?;
    /// assert_eq!(request.uri(), "https://example.com/letta/v1/steps/step-1");
    /// # Ok::<(), letta_types::operation::RequestError>(())
    /// ```
    #[cfg(feature = "http")]
    #[cfg_attr(docsrs, doc(cfg(feature = "http")))]
    fn to_http(&self, base: &str) -> Result<http::Request<Vec<u8>>, RequestError> {
        crate::ext::http::request(self.request()?, base)
    }

    /// Reads the answer by the types of the crate `http`.
    ///
    /// # Errors
    ///
    /// Those of [`read_response`](Self::read_response).
    #[cfg(feature = "http")]
    #[cfg_attr(docsrs, doc(cfg(feature = "http")))]
    fn read_http<B: AsRef<[u8]>>(
        response: &http::Response<B>,
    ) -> Result<Self::Response, ResponseError> {
        Self::read_response(response.status().as_u16(), response.body().as_ref())
    }
}

/// All that is to be sent.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct Request {
    /// The HTTP method.
    pub method: Method,

    /// What follows the host in the address, percent-encoded.
    pub path_and_query: String,

    /// The headers: those of parameters, and `content-type` if there is a body.
    pub headers: Vec<(&'static str, String)>,

    /// The body. Absent when the request has none.
    pub body: Option<Vec<u8>>,
}

/// An arrangement between this crate's types, and nobody else's business.
pub(crate) mod sealed {
    use alloc::vec::Vec;
    use core::fmt::Display;

    /// Where in a request a parameter stands.
    #[derive(Clone, Copy, Eq, PartialEq)]
    pub enum Place {
        Path,
        Query,
        Header,
    }

    /// Takes a parameter: where it stands, its name, and its value.
    pub(crate) type Visit<'a> = dyn FnMut(Place, &'static str, &dyn Display) + 'a;

    pub trait Operation {
        /// Calls back with each parameter that is there, once for each value.
        fn visit(&self, visit: &mut Visit<'_>);

        fn has_body(&self) -> bool;

        /// The body as JSON.
        fn write(&self) -> Option<serde_json::Result<Vec<u8>>>;
    }
}
