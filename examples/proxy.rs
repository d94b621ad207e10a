//! A proxy that types what passes through, and changes nothing of it.
//!
//! ```text
//! cargo run -p letta-types-examples --bin proxy -- --upstream http://localhost:8283 --listen 127.0.0.1:8284
//! ```
//!
//! Requests and answers go on as they come, byte by byte and as soon as they come: streams, files, what
//! isn't JSON, and what this crate knows nothing of. Beside that, bodies of the API's operations
//! are read as their types. For each, a line tells what it is, what of it the crate has no name for, and whether
//! the typed value is written as the same JSON:
//!
//! ```text
//! list_steps 200: typed, the same as JSON; unknown: field /0/carbon_grams, value "solar_flare" at /2/stop_reason
//! ```
//!
//! Left out are what HTTP reserves for a single connection (`Connection`, `Transfer-Encoding` and the like)
//! and trailers, and `Host` is the upstream's.

use std::{
    error::Error,
    fmt::Display,
    io::{self, Write as _},
    net::SocketAddr,
    process::ExitCode,
    sync::Arc,
};

use axum::{
    Json, Router,
    body::{Body, Bytes, HttpBody as _},
    extract::Request,
    http::{HeaderMap, StatusCode, Uri, Version, header},
    response::{IntoResponse, Response},
    routing::{MethodFilter, on},
};
use clap::Parser;
use futures_util::{TryStreamExt as _, stream};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use letta_types::{
    ApiError, ErrorDetail, ListAllMessages, ListMessagesForStep, ListSteps, MessageSearchRequest,
    ModifyFeedbackForStep, ModifyFeedbackRequest, RetrieveMessage, RetrieveMetricsForStep,
    RetrieveStep, RetrieveTraceForStep, SearchAllMessages, SearchAllMessagesRequest,
    SearchMessages, json,
    operation::{Method, Operation, ResponseError},
};
use letta_types_examples::{
    explain::explain,
    lossless::difference,
    unknown::{Document, Unknown},
};
use serde::Serialize;
use serde_json::Value;
use tokio::net::TcpListener;

/// Forwards requests to a Letta server and tells what the answers hold
#[derive(Parser)]
struct Options {
    /// Address of the server
    #[arg(long, env = "LETTA_BASE_URL", default_value = "http://localhost:8283")]
    upstream: Uri,

    /// Address to listen on; port 0 for a free one
    #[arg(long, default_value = "127.0.0.1:8284")]
    listen: SocketAddr,
}

type ReadRequest = fn(&[u8]) -> Result<Value, Box<dyn Error>>;

/// What reads the bodies of an operation.
#[derive(Clone, Copy)]
struct Typed {
    method: Method,
    path: &'static str,
    /// The typed body of the request, as it is written; `None` if the operation takes none.
    request: Option<ReadRequest>,
    /// The typed answer, as it is written.
    answer: fn(u16, &[u8]) -> Result<Value, ResponseError>,
}

impl Typed {
    fn new<O: Operation<Response: Serialize>>() -> Self {
        Self {
            method: O::METHOD,
            path: O::PATH,
            request: None,
            answer: |status, body| {
                let answer = match O::read_response(status, body) {
                    Ok(answer) => serde_json::to_value(answer),
                    // Why a request failed is typed, too.
                    Err(ResponseError::Api { error, .. }) => serde_json::to_value(error),
                    Err(error) => return Err(error),
                };
                // What was read has no field twice, which is all that could go wrong.
                Ok(answer.unwrap_or_default())
            },
        }
    }

    fn with_body<O: Operation<Response: Serialize>, B: json::Body + Serialize>() -> Self {
        Self {
            request: Some(|body| Ok(serde_json::to_value(json::from_slice::<B>(body)?)?)),
            ..Self::new::<O>()
        }
    }
}

fn operations() -> [Typed; 10] {
    [
        Typed::new::<ListSteps>(),
        Typed::new::<RetrieveStep>(),
        Typed::new::<RetrieveMetricsForStep>(),
        Typed::new::<RetrieveTraceForStep>(),
        Typed::with_body::<ModifyFeedbackForStep, ModifyFeedbackRequest>(),
        Typed::new::<ListMessagesForStep>(),
        Typed::new::<ListAllMessages>(),
        Typed::new::<RetrieveMessage>(),
        Typed::with_body::<SearchAllMessages, SearchAllMessagesRequest>(),
        Typed::with_body::<SearchMessages, MessageSearchRequest>(),
    ]
}

struct Proxy {
    client: Client<Connector, Body>,
    upstream: Uri,
    document: Document,
}

#[cfg(not(feature = "tls"))]
type Connector = HttpConnector;

#[cfg(not(feature = "tls"))]
fn connector() -> Connector {
    HttpConnector::new()
}

#[cfg(feature = "tls")]
type Connector = hyper_rustls::HttpsConnector<HttpConnector>;

#[cfg(feature = "tls")]
fn connector() -> Connector {
    hyper_rustls::HttpsConnectorBuilder::new()
        .with_webpki_roots()
        .https_or_http()
        .enable_http1()
        .build()
}

impl Proxy {
    /// Where a request goes: its path and query behind the upstream's address.
    fn address(&self, uri: &Uri) -> Result<Uri, Box<dyn Error>> {
        let base = self.upstream.path().trim_end_matches('/');
        let path = uri.path_and_query().map_or("/", |path| path.as_str());
        let mut parts = self.upstream.clone().into_parts();
        parts.path_and_query = Some(format!("{base}{path}").parse()?);
        Ok(Uri::from_parts(parts)?)
    }

    /// Sends a request on and hands back what comes, with a look at both if the operation is known.
    async fn forward(
        self: Arc<Self>,
        typed: Option<Typed>,
        request: Request,
    ) -> Result<Response, Box<dyn Error>> {
        let (mut parts, mut body) = request.into_parts();
        parts.uri = self.address(&parts.uri)?;
        parts.version = Version::HTTP_11;
        drop_hop_by_hop(&mut parts.headers);
        parts.headers.remove(header::HOST);
        // An answer to HEAD has the headers of a body and none.
        let typed = typed.filter(|_| parts.method != axum::http::Method::HEAD);
        if let Some(typed) = typed.filter(|typed| typed.request.is_some() && !body.is_end_stream())
        {
            let proxy = self.clone();
            let look = move |body: &[u8]| proxy.look_at_request(typed, body);
            body = watched(body, &parts.headers, look);
        }

        let answer = self
            .client
            .request(Request::from_parts(parts, body))
            .await?;
        let (mut parts, body) = answer.into_parts();
        drop_hop_by_hop(&mut parts.headers);
        let mut body = Body::new(body);
        if let Some(typed) = typed {
            let status = parts.status.as_u16();
            let encoding = parts.headers.get(header::CONTENT_ENCODING).cloned();
            let look = move |body: &[u8]| match encoding {
                None => self.look_at_answer(typed, status, body),
                // The client asked for it, and gets it. What is in it would have to be unpacked.
                Some(encoding) => {
                    self.tell(typed, &status, &format!("not read: it is {encoding:?}"));
                }
            };
            body = watched(body, &parts.headers, look);
        }
        Ok(Response::from_parts(parts, body))
    }

    fn look_at_request(&self, typed: Typed, body: &[u8]) {
        let written = typed.request.map(|read| read(body));
        let unknown = |value: &Value| self.document.of_request(typed.method, typed.path, value);
        match written {
            Some(Ok(written)) => self.tell(
                typed,
                &"request",
                &verdict(body, &written, &unknown(&written)),
            ),
            Some(Err(error)) => self.tell(typed, &"request", &format!("not typed: {error}")),
            None => {}
        }
    }

    fn look_at_answer(&self, typed: Typed, status: u16, body: &[u8]) {
        match (typed.answer)(status, body) {
            Ok(written) => {
                let unknown = self
                    .document
                    .of_answer(typed.method, typed.path, status, &written);
                self.tell(typed, &status, &verdict(body, &written, &unknown));
            }
            Err(error) => self.tell(typed, &status, &format!("not typed: {error}")),
        }
    }

    fn tell(&self, typed: Typed, what: &dyn Display, text: &str) {
        let name = self.document.name(typed.method, typed.path);
        // Nobody may be listening.
        let _ = writeln!(io::stdout(), "{name} {what}: {text}");
    }
}

/// What there is to say of a typed body.
fn verdict(body: &[u8], written: &Value, unknown: &[Unknown]) -> String {
    const MOST: usize = 8;
    // What was read as a type is JSON.
    let came: Value = serde_json::from_slice(body).unwrap_or_default();
    let mut text = match difference(&came, written) {
        None => "typed, the same as JSON".to_owned(),
        Some(pointer) => format!("typed, but not the same as JSON at {pointer:?}"),
    };
    let found: Vec<_> = unknown.iter().take(MOST).map(Unknown::to_string).collect();
    if !found.is_empty() {
        text = format!("{text}; unknown: {}", found.join(", "));
    }
    if unknown.len() > MOST {
        text = format!("{text} and {} more", unknown.len() - MOST);
    }
    text
}

/// Drops what is between two ends of one connection and no business of the next.
fn drop_hop_by_hop(headers: &mut HeaderMap) {
    let named: Vec<String> = headers
        .get_all(header::CONNECTION)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|name| name.trim().to_owned())
        .collect();
    for name in named {
        headers.remove(name.as_str());
    }
    for name in [
        header::CONNECTION,
        header::PROXY_AUTHENTICATE,
        header::PROXY_AUTHORIZATION,
        header::TE,
        header::TRAILER,
        header::TRANSFER_ENCODING,
        header::UPGRADE,
    ] {
        headers.remove(name);
    }
    headers.remove("keep-alive");
}

/// A body that passes on each piece as it comes, and shows all of it when the last one has come.
fn watched(body: Body, headers: &HeaderMap, look: impl FnOnce(&[u8]) + Send + 'static) -> Body {
    let length = headers.get(header::CONTENT_LENGTH);
    let watch = Watch {
        copy: Some(Vec::new()),
        length: length.and_then(|length| length.to_str().ok()?.parse().ok()),
        look: Some(look),
    };
    let pieces = stream::try_unfold(
        (body.into_data_stream(), watch),
        |(mut pieces, mut watch)| async move {
            let piece = pieces.try_next().await?;
            watch.take(piece.as_ref());
            Ok::<_, axum::Error>(piece.map(|piece| (piece, (pieces, watch))))
        },
    );
    Body::from_stream(pieces)
}

/// A copy of a body that goes by.
struct Watch<F> {
    /// `None` once it was more than one wants to keep.
    copy: Option<Vec<u8>>,
    length: Option<usize>,
    look: Option<F>,
}

impl<F: FnOnce(&[u8])> Watch<F> {
    fn take(&mut self, piece: Option<&Bytes>) {
        const MOST: usize = 64 << 20;
        if let (Some(copy), Some(piece)) = (&mut self.copy, piece) {
            copy.extend_from_slice(piece);
            if copy.len() > MOST {
                self.copy = None;
            }
        }
        let Some(copy) = &self.copy else { return };
        // Where the length is told ahead, nobody asks for more once it is reached.
        if piece.is_none() || self.length == Some(copy.len()) {
            if let Some(look) = self.look.take() {
                look(copy);
            }
        }
    }
}

/// What a client is told when the upstream can't be asked: an error of the API's form.
fn bad_gateway(error: &(dyn Error + 'static)) -> Response {
    let text = format!(
        "The proxy got no answer from its upstream: {}",
        explain(error)
    );
    let body = ApiError::new().with_detail(ErrorDetail::Text(text));
    (StatusCode::BAD_GATEWAY, Json(body)).into_response()
}

fn router(proxy: &Arc<Proxy>) -> Result<Router, Box<dyn Error>> {
    let forward = |typed: Option<Typed>| {
        let proxy = proxy.clone();
        async move |request: Request| match proxy.forward(typed, request).await {
            Ok(answer) => answer,
            Err(error) => bad_gateway(error.as_ref()),
        }
    };
    let mut router = Router::new().fallback(forward(None));
    for typed in operations() {
        let method = MethodFilter::try_from(axum::http::Method::from(typed.method))?;
        // The path's template is one that axum reads, too.
        router = router.route(typed.path, on(method, forward(Some(typed))));
    }
    // Of all routes so far: another method than the operation's is none of the operation's business.
    Ok(router.method_not_allowed_fallback(forward(None)))
}

async fn run(options: Options) -> Result<(), Box<dyn Error>> {
    let proxy = Arc::new(Proxy {
        client: Client::builder(TokioExecutor::new()).build(connector()),
        upstream: options.upstream,
        document: Document::bundled()?,
    });
    let router = router(&proxy)?;
    let listener = TcpListener::bind(options.listen).await?;
    println!("listening on http://{}", listener.local_addr()?);
    axum::serve(listener, router).await?;
    Ok(())
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("proxy: {}", explain(error.as_ref()));
            ExitCode::FAILURE
        }
    }
}
