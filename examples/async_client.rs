//! An asynchronous client: every operation by [reqwest](https://docs.rs/reqwest) on
//! [tokio](https://tokio.rs).
//!
//! ```text
//! cargo run -p letta-types-examples --bin async_client -- overview step-…
//! cargo run -p letta-types-examples --bin async_client -- --help
//! ```
//!
//! It does what the blocking client does. The crate's part is the same in both, since it does no input or
//! output of its own.

use std::{error::Error, process::ExitCode, time::Duration};

use clap::Parser;
use letta_types::{
    ListAllMessages, ListMessagesForStep, ListSteps, ModifyFeedbackForStep, RetrieveMessage,
    RetrieveMetricsForStep, RetrieveStep, RetrieveTraceForStep, SearchAllMessages, SearchMessages,
    operation::{Operation, Paged},
};
use letta_types_examples::{
    command::{Command, Connection},
    explain::explain,
    show::{Listing, Show},
};

/// Asks a Letta server for steps and messages
#[derive(Parser)]
struct Options {
    #[command(flatten)]
    connection: Connection,

    /// Print what was returned as JSON, one line for each answer
    #[arg(long)]
    json: bool,

    #[command(subcommand)]
    command: Command,
}

struct Client {
    http: reqwest::Client,
    connection: Connection,
}

impl Client {
    fn new(connection: Connection) -> Result<Self, reqwest::Error> {
        let http = reqwest::Client::builder()
            .timeout(Duration::from_secs(60))
            .build()?;
        Ok(Self { http, connection })
    }

    /// Sends an operation and returns what it returns, typed.
    async fn call<O: Operation>(&self, operation: &O) -> Result<O::Response, Box<dyn Error>> {
        let request = operation.to_http(&self.connection.base_url)?;
        let mut request =
            reqwest::RequestBuilder::from_parts(self.http.clone(), request.try_into()?);
        if let Some(token) = &self.connection.token {
            request = request.bearer_auth(token);
        }
        let response = request.send().await?;
        // A status from 400 on comes with a body that says what is wrong. The crate reads it.
        let status = response.status().as_u16();
        let body = response.bytes().await?;
        Ok(O::read_response(status, &body)?)
    }

    /// Sends a list's operation and prints its page, or all pages as they come.
    async fn list<O: Paged>(
        &self,
        first: O,
        all_pages: bool,
        json: bool,
    ) -> Result<(), Box<dyn Error>>
    where
        O::Item: Show,
    {
        if !all_pages {
            return Ok(self.call(&first).await?.print(json)?);
        }
        let mut pages = first.pages();
        let mut listing = Listing::new(json);
        while let Some(operation) = pages.operation() {
            let page = self.call(operation).await?;
            let page = pages.turn(page);
            listing.print(&page, pages.operation().is_none())?;
        }
        Ok(())
    }
}

async fn run(options: Options) -> Result<(), Box<dyn Error>> {
    let client = Client::new(options.connection)?;
    let json = options.json;
    match options.command {
        Command::ListSteps(list) => {
            let all_pages = list.all_pages;
            client.list(ListSteps::from(list), all_pages, json).await?;
        }
        Command::RetrieveStep { step } => {
            client.call(&RetrieveStep::new(step)).await?.print(json)?;
        }
        Command::RetrieveMetricsForStep { step } => {
            let metrics = client.call(&RetrieveMetricsForStep::new(step)).await?;
            metrics.print(json)?;
        }
        Command::RetrieveTraceForStep { step } => {
            // `None` is an answer: there is no trace, or not yet.
            let trace = client.call(&RetrieveTraceForStep::new(step)).await?;
            trace.print(json)?;
        }
        Command::ModifyFeedbackForStep(feedback) => {
            let step = client.call(&ModifyFeedbackForStep::from(feedback)).await?;
            step.print(json)?;
        }
        Command::ListMessagesForStep(list) => {
            let all_pages = list.all_pages;
            let first = ListMessagesForStep::from(list);
            client.list(first, all_pages, json).await?;
        }
        Command::ListAllMessages(list) => {
            let all_pages = list.all_pages;
            let first = ListAllMessages::from(list);
            client.list(first, all_pages, json).await?;
        }
        Command::RetrieveMessage { message } => {
            let pieces = client.call(&RetrieveMessage::new(message)).await?;
            pieces.print(json)?;
        }
        Command::SearchAllMessages(search) => {
            let results = client.call(&SearchAllMessages::new(search)).await?;
            results.print(json)?;
        }
        Command::SearchMessages(search) => {
            let results = client.call(&SearchMessages::new(search)).await?;
            results.print(json)?;
        }
        Command::Overview { step } => {
            // All four at once: an operation is a value, and the client is shared.
            let retrieve = RetrieveStep::new(step.clone());
            let metrics = RetrieveMetricsForStep::new(step.clone());
            let trace = RetrieveTraceForStep::new(step.clone());
            let messages = ListMessagesForStep::new(step);
            let (step, metrics, trace, messages) = tokio::try_join!(
                client.call(&retrieve),
                client.call(&metrics),
                client.call(&trace),
                client.call(&messages),
            )?;
            step.print(json)?;
            metrics.print(json)?;
            trace.print(json)?;
            messages.print(json)?;
        }
    }
    Ok(())
}

#[tokio::main]
async fn main() -> ExitCode {
    #[cfg(feature = "tls")]
    if rustls::crypto::ring::default_provider()
        .install_default()
        .is_err()
    {
        eprintln!("async_client: TLS was set up before");
    }
    match run(Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("async_client: {}", explain(error.as_ref()));
            ExitCode::FAILURE
        }
    }
}
