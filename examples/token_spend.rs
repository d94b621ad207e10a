//! What agents spend: tokens by agent and model, over all steps.
//!
//! ```text
//! cargo run -p letta-types-examples --bin token_spend -- --start-date 2026-11-01T00:00:00Z
//! ```
//!
//! The list of steps is read page by page, and no more than one page is held. Models are counted by name, so
//! one that nobody has heard of counts like any other. A count that a server doesn't send isn't zero:
//! behind each sum stands how many steps didn't say, as in `1200 (3 unsaid)`.

use std::{collections::BTreeMap, error::Error, fmt, io::Write as _, process::ExitCode};

use clap::Parser;
use letta_types::{
    AgentId, ListSteps, ProjectId, SortOrder, Step, Timestamp,
    operation::{Operation, Paged},
};
use letta_types_examples::{command::Connection, explain::explain};
use ureq::{Agent, http::header::AUTHORIZATION};

/// Sums up the tokens that steps have used, by agent and model
#[derive(Parser)]
struct Options {
    #[command(flatten)]
    connection: Connection,

    /// Agent whose steps to count; else those of all agents
    #[arg(long)]
    agent_id: Option<AgentId>,

    /// Project whose steps to count
    #[arg(long)]
    project_id: Option<ProjectId>,

    /// Instant after which the steps were created
    #[arg(long)]
    start_date: Option<Timestamp>,

    /// Instant before which the steps were created
    #[arg(long)]
    end_date: Option<Timestamp>,

    /// Steps to ask for at once
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(i64).range(1..))]
    page_size: i64,
}

/// A sum of counts, some of which may be unsaid. It can't overflow, however many steps there are.
#[derive(Default)]
struct Sum {
    total: i128,
    unsaid: u64,
}

impl Sum {
    fn add(&mut self, count: Option<i64>) {
        match count {
            Some(count) => self.total += i128::from(count),
            None => self.unsaid += 1,
        }
    }
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.unsaid {
            0 => write!(f, "{}", self.total),
            unsaid => write!(f, "{} ({unsaid} unsaid)", self.total),
        }
    }
}

#[derive(Default)]
struct Spend {
    steps: u64,
    prompt: Sum,
    completion: Sum,
    cached: Sum,
}

impl Spend {
    fn add(&mut self, step: &Step) {
        self.steps += 1;
        self.prompt.add(step.prompt_tokens);
        self.completion.add(step.completion_tokens);
        self.cached.add(step.cached_input_tokens);
    }

    fn row(&self, agent: &str, model: &str) -> Row {
        [
            agent.to_owned(),
            model.to_owned(),
            self.steps.to_string(),
            self.prompt.to_string(),
            self.completion.to_string(),
            self.cached.to_string(),
        ]
    }
}

type Row = [String; 6];

const HEAD: [&str; 6] = ["agent", "model", "steps", "prompt", "completion", "cached"];

/// Spend by agent and model; the agent is absent from steps that don't tell, and so is the model.
type Spends = BTreeMap<(Option<AgentId>, Option<String>), Spend>;

fn fetch(
    agent: &Agent,
    connection: &Connection,
    asked: &ListSteps,
) -> Result<Vec<Step>, Box<dyn Error>> {
    let mut request = asked.to_http(&connection.base_url)?;
    if let Some(token) = &connection.token {
        let value = format!("Bearer {token}").parse()?;
        request.headers_mut().insert(AUTHORIZATION, value);
    }
    let address = request.uri().to_string();
    let sent = agent.run(request);
    let mut response = sent.map_err(|error| format!("{address}: {error}"))?;
    let status = response.status().as_u16();
    let body = response
        .body_mut()
        .with_config()
        .limit(u64::MAX)
        .read_to_vec()?;
    Ok(ListSteps::read_response(status, &body)?)
}

fn spends(options: &Options) -> Result<Spends, Box<dyn Error>> {
    // The oldest first: what is added while we read comes last, and shifts nothing.
    let mut first = ListSteps::new()
        .with_limit(options.page_size)
        .with_order(SortOrder::Asc);
    first.agent_id.clone_from(&options.agent_id);
    first.project_id.clone_from(&options.project_id);
    first.start_date.clone_from(&options.start_date);
    first.end_date.clone_from(&options.end_date);

    let config = Agent::config_builder().http_status_as_error(false);
    let agent = Agent::new_with_config(config.build());
    let mut spends = Spends::new();
    let mut pages = first.pages();
    while let Some(operation) = pages.operation() {
        let page = fetch(&agent, &options.connection, operation)?;
        for step in pages.turn(page) {
            let key = (step.agent_id.clone(), step.model.clone());
            spends.entry(key).or_default().add(&step);
        }
    }
    Ok(spends)
}

/// The table: text to the left, numbers to the right.
fn table(rows: &[Row]) -> String {
    let head = HEAD.map(str::to_owned);
    let width = |column: usize| {
        let cells = rows
            .iter()
            .chain([&head])
            .map(|row| row[column].chars().count());
        cells.max().unwrap_or_default()
    };
    let widths = [0, 1, 2, 3, 4, 5].map(width);
    let mut text = String::new();
    for row in [&head].into_iter().chain(rows) {
        let cells = row.iter().zip(widths).enumerate();
        let cells: Vec<_> = cells
            .map(|(column, (cell, width))| match column {
                0 | 1 => format!("{cell:<width$}"),
                _ => format!("{cell:>width$}"),
            })
            .collect();
        text.push_str(&cells.join("  "));
        text.push('\n');
    }
    text
}

fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let rows: Vec<Row> = spends(options)?
        .iter()
        .map(|((agent, model), spend)| {
            let agent = agent.as_ref().map_or("(no agent)", AgentId::as_str);
            spend.row(agent, model.as_deref().unwrap_or("(no model)"))
        })
        .collect();
    std::io::stdout().write_all(table(&rows).as_bytes())?;
    Ok(())
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("token_spend: {}", explain(error.as_ref()));
            ExitCode::FAILURE
        }
    }
}
