//! Programs as processes, and recorded bodies.

use std::{
    collections::BTreeMap,
    fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::Duration,
};

use letta_types_examples::recorded::{Recording, recordings};
use serde_json::Value;

pub(crate) const SERVERS: [&str; 2] = ["letta 0.16.8", "letta 0.15.1"];

/// What a server of one version was recorded to answer.
pub(crate) fn recorded(server: &str) -> Vec<Recording> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read(package.join("tests/requests.json")).expect("the bodies of requests");
    let requests: BTreeMap<String, Value> = serde_json::from_slice(&text).expect("JSON");
    let folder = package.join("../tests/fixtures/recorded");
    for file in requests.keys() {
        assert!(folder.join(file).is_file(), "{file}");
    }
    recordings(&folder, server, &requests).expect("recorded bodies")
}

/// A program that doesn't look at the environment of who runs the tests.
fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    for name in [
        "ALL_PROXY",
        "HTTPS_PROXY",
        "HTTP_PROXY",
        "LETTA_API_KEY",
        "LETTA_BASE_URL",
        "all_proxy",
        "https_proxy",
        "http_proxy",
    ] {
        command.env_remove(name);
    }
    command
}

/// Runs a program to its end.
pub(crate) fn run(program: &str, arguments: &[String]) -> Output {
    let output = command(program).args(arguments).output();
    output.unwrap_or_else(|error| panic!("{program}: {error}"))
}

pub(crate) fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

pub(crate) fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

pub(crate) fn strings<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).to_vec()
}

/// A program that serves until it is dropped.
pub(crate) struct Running {
    child: Child,
    lines: Receiver<String>,
    pub(crate) url: String,
}

impl Running {
    /// Starts a program that prints where it listens.
    pub(crate) fn start(program: &str, arguments: &[String]) -> Self {
        let child = command(program)
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn();
        let mut child = child.unwrap_or_else(|error| panic!("{program}: {error}"));
        let output = BufReader::new(child.stdout.take().expect("a pipe"));
        let (sender, lines) = channel();
        thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        let mut running = Self {
            child,
            lines,
            url: String::new(),
        };
        let line = running.line();
        let url = line.strip_prefix("listening on ").expect("an address");
        url.clone_into(&mut running.url);
        running
    }

    /// The next line that it prints. How long that takes doesn't matter, but never isn't an answer.
    pub(crate) fn line(&self) -> String {
        let line = self.lines.recv_timeout(Duration::from_secs(60));
        line.expect("the program prints a line")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends a request and returns the answer, whatever its status.
pub(crate) fn send(
    url: &str,
    method: &str,
    path: &str,
    body: Option<&[u8]>,
) -> ureq::http::Response<Vec<u8>> {
    let config = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .proxy(None)
        .timeout_global(Some(Duration::from_secs(60)))
        .build();
    let mut request = ureq::http::Request::builder()
        .method(method)
        .uri(format!("{url}{path}"));
    if body.is_some() {
        request = request.header("content-type", "application/json");
    }
    let request = request
        .body(body.unwrap_or_default().to_vec())
        .expect("a request");
    let answer = ureq::Agent::new_with_config(config).run(request);
    let (parts, mut body) = answer.expect("an answer").into_parts();
    let body = body
        .with_config()
        .limit(u64::MAX)
        .read_to_vec()
        .expect("a body");
    ureq::http::Response::from_parts(parts, body)
}

/// A path in the folder for what tests write.
pub(crate) fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}
