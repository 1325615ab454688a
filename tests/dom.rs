//! What needs a real page to be tested: focus, history, mounting, and what is loaded when.

#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot set itself up should panic"
)]

use hallway::{
    client::{Mounted, mount},
    model::{Catalog, Conference, NoteHead, Provider, Recap, Site, Talk, Theme, ThemeCount, Video},
    query::EntityIndex,
    ui::Collection,
};
use std::sync::Arc;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    Document, Element, HtmlElement,
    js_sys::{Promise, Reflect, eval, futures::JsFuture},
    window,
};

wasm_bindgen_test_configure!(run_in_browser);

/// Links to the pages of the talks.
const TALK_ONE: &str = "a[href='talk/one.html']";
const TALK_TWO: &str = "a[href='talk/two.html']";

/// A client on a page of its own, at an address of its own.
struct Stage {
    root: HtmlElement,
    mounted: Option<Mounted>,
}

impl Stage {
    async fn at(search: &str) -> Self {
        run(&format!("history.replaceState(null, '', location.pathname + '{search}')"));
        let root = document().create_element("div").unwrap().dyn_into::<HtmlElement>().unwrap();
        root.set_inner_html("<p>static</p>");
        document().body().unwrap().append_child(&root).unwrap();
        let mounted = mount(&root, site(), collection());
        settle().await;
        Self { root, mounted }
    }

    fn find(&self, selector: &str) -> Element {
        let found = self.root.query_selector(selector).unwrap();
        found.unwrap_or_else(|| panic!("no {selector} in {}", self.root.inner_html()))
    }

    fn has(&self, selector: &str) -> bool {
        self.root.query_selector(selector).unwrap().is_some()
    }

    async fn click(&self, selector: &str) {
        self.find(selector).unchecked_into::<HtmlElement>().click();
        settle().await;
    }

    fn type_in(&self, text: &str) {
        let input = self.find("#search");
        Reflect::set(&input, &"value".into(), &text.into()).unwrap();
        input.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        drop(self.mounted.take());
        self.root.remove();
    }
}

fn site() -> Site {
    Site { title: "Notes".to_owned(), ..Site::default() }
}

fn collection() -> Collection {
    let index = EntityIndex::new(Arc::new(catalog()));
    Collection::whole(&index).with_words(&index, &|_| String::new())
}

fn catalog() -> Catalog {
    let conference = |id: &str, start: &str| Conference {
        id: id.into(),
        name: format!("Conference {id}"),
        short_name: id.to_owned(),
        start: start.parse().ok(),
        ..Conference::default()
    };
    let talk = |id: &str, conference: &str, theme: &str| Talk {
        id: id.into(),
        title: format!("Talk {id}"),
        conference: Some(conference.into()),
        videos: vec![Video { provider: Provider::YouTube, id: "abcdefghijk".to_owned() }],
        themes: vec![theme.into()],
        notes: vec![format!("{id}.1").as_str().into()],
        ..Talk::default()
    };
    let note = |talk: &str, conference: &str, theme: &str| NoteHead {
        id: format!("{talk}.1").as_str().into(),
        recap: "recap".into(),
        conference: Some(conference.into()),
        talk: Some(talk.into()),
        title: format!("Talk {talk}"),
        themes: vec![ThemeCount { theme: theme.into(), count: 1 }],
        ..NoteHead::default()
    };
    let theme = |id: &str| Theme { id: id.into(), name: id.to_owned(), ..Theme::default() };
    Catalog {
        conferences: vec![conference("b", "2019-05-02"), conference("a", "2018-05-02")],
        talks: vec![talk("two", "b", "mesh"), talk("one", "a", "etcd")],
        notes: vec![note("two", "b", "mesh"), note("one", "a", "etcd")],
        themes: vec![theme("etcd"), theme("mesh")],
        recaps: vec![Recap {
            id: "recap".into(),
            title: "Recap".to_owned(),
            conference: Some("b".into()),
            copies: vec![hallway::model::Copy::default()],
            notes: vec!["two.1".into(), "one.1".into()],
            ..Recap::default()
        }],
        ..Catalog::default()
    }
}

fn document() -> Document {
    window().unwrap().document().unwrap()
}

fn run(script: &str) -> JsValue {
    eval(script).unwrap()
}

/// Waits until effects and the frames they ask for are done.
async fn settle() {
    for _ in 0..3 {
        frame().await;
    }
}

async fn frame() {
    let promise = run("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
    JsFuture::from(promise.unchecked_into::<Promise>()).await.unwrap();
}

/// Waits until `is_so`, a reader's patience long.
async fn until(is_so: impl Fn() -> bool) {
    const PATIENCE_MILLIS: f64 = 5_000.0;
    let now = || run("performance.now()").as_f64().unwrap();
    let end = now() + PATIENCE_MILLIS;
    while !is_so() {
        assert!(now() < end, "it did not come to be");
        frame().await;
    }
}

fn search() -> String {
    window().unwrap().location().search().unwrap()
}

fn focused() -> Element {
    document().active_element().unwrap()
}

#[wasm_bindgen_test]
async fn the_client_takes_the_place_of_the_static_page_and_leaves_nothing_behind() {
    let mut stage = Stage::at("").await;
    assert!(!stage.root.text_content().unwrap().contains("static"));
    assert!(stage.has("h1"));
    drop(stage.mounted.take());
    assert_eq!(stage.root.text_content().unwrap(), "");
}

#[wasm_bindgen_test]
async fn back_leads_to_the_choices_before_and_to_the_link_that_was_followed() {
    let stage = Stage::at("?theme=etcd").await;
    let view = "nav a[href='?theme=etcd&view=themes']";
    stage.find(view).unchecked_into::<HtmlElement>().focus().unwrap();
    stage.click(view).await;
    assert_eq!(search(), "?theme=etcd&view=themes");
    window().unwrap().history().unwrap().back().unwrap();
    until(|| search() == "?theme=etcd").await;
    settle().await;
    assert!(!stage.has(TALK_TWO));
    assert_eq!(focused().get_attribute("href").as_deref(), Some("?theme=etcd&view=themes"));
}

#[wasm_bindgen_test]
async fn leaving_for_a_page_keeps_the_place_for_whoever_comes_back() {
    let mut stage = Stage::at("?theme=etcd").await;
    run("document.body.style.minBlockSize = '3000px'; scrollTo(0, 40)");
    stage.find(TALK_ONE).unchecked_into::<HtmlElement>().focus().unwrap();
    run("scrollTo(0, 40); dispatchEvent(new PageTransitionEvent('pagehide'))");
    assert_eq!(run("history.state"), JsValue::from_str("40 talk/one.html"));
    // The browser did not keep the list: it starts over, and the place is all that is left of it.
    drop(stage.mounted.take());
    run("scrollTo(0, 0)");
    stage.mounted = mount(&stage.root, site(), collection());
    until(|| focused().get_attribute("href").as_deref() == Some("talk/one.html")).await;
    assert_eq!(run("scrollY"), JsValue::from_f64(40.0));
    run("document.body.style.minBlockSize = ''");
}

#[wasm_bindgen_test]
async fn leaving_writes_what_was_typed_just_before() {
    let stage = Stage::at("").await;
    stage.type_in("one");
    settle().await;
    assert_eq!(search(), "", "the address waits for a pause");
    run("dispatchEvent(new PageTransitionEvent('pagehide'))");
    assert_eq!(search(), "?q=one");
}

#[wasm_bindgen_test]
async fn typing_is_one_step_however_many_letters() {
    let stage = Stage::at("").await;
    let before = window().unwrap().history().unwrap().length().unwrap();
    for text in ["o", "on", "one"] {
        stage.type_in(text);
    }
    settle().await;
    assert_eq!(search(), "", "the address waits for a pause");
    assert!(!stage.has(TALK_TWO), "the list does not");
    until(|| search() == "?q=one").await;
    assert_eq!(window().unwrap().history().unwrap().length().unwrap(), before);
    assert_eq!(stage.find("h4 mark").text_content().unwrap(), "one");
}

#[wasm_bindgen_test]
async fn a_check_box_keeps_the_focus_while_the_list_changes() {
    let stage = Stage::at("").await;
    let boxes = "fieldset:has(#facet-theme) input[type=checkbox]";
    let chosen = stage.find(boxes);
    chosen.unchecked_ref::<HtmlElement>().focus().unwrap();
    stage.click(boxes).await;
    assert_eq!(focused(), chosen);
    assert_eq!(search(), "?theme=etcd");
    assert!(!stage.has(TALK_TWO));
}

#[wasm_bindgen_test]
async fn the_focus_of_a_removed_filter_goes_to_the_next_one_and_then_to_the_results() {
    let stage = Stage::at("?theme=etcd&kind=talk").await;
    stage.click(".chip").await;
    assert_eq!(focused().get_attribute("aria-label").unwrap(), "Remove filter: Kind: Talk");
    stage.click(".chip").await;
    assert_eq!(focused().id(), "results");
    assert!(!stage.has(".active-filters"));
}

#[wasm_bindgen_test]
async fn what_stays_in_a_list_is_not_drawn_again() {
    let stage = Stage::at("").await;
    let year = stage.find(".year:last-child");
    stage.click("fieldset:has(#facet-year) li:last-child input").await;
    assert_eq!(stage.find(".year"), year);
}

/// `data-lost` says that somebody else took a part of the page away, and the boot script then loads it anew.
#[wasm_bindgen_test]
async fn a_list_that_gives_way_to_another_view_is_not_taken_for_lost() {
    let stage = Stage::at("").await;
    stage.type_in("zzzz");
    until(|| !stage.has(TALK_ONE)).await;
    settle().await;
    assert!(!document().document_element().unwrap().has_attribute("data-lost"));
}

#[wasm_bindgen_test]
async fn arrow_keys_lead_from_mark_to_mark() {
    let stage = Stage::at("").await;
    let mark = stage.find(".mark[tabindex='0']");
    let key = |key: &str, shift: bool| {
        run(&format!(
            "new KeyboardEvent('keydown', {{ key: '{key}', shiftKey: {shift}, bubbles: true }})"
        ))
    };
    mark.dispatch_event(key("ArrowLeft", true).unchecked_ref()).unwrap();
    settle().await;
    assert_ne!(focused(), mark);
    assert!(focused().get_attribute("aria-label").unwrap().starts_with("Conference a"));
    assert_eq!(search(), "?year=2018,2019");
    focused().dispatch_event(key("Enter", false).unchecked_ref()).unwrap();
    settle().await;
    assert_eq!(search(), "?year=2018,2019&conference=a");
}

/// Clicks `selector` with `options`, and says whether the client took the click.
///
/// Whatever it left to the browser is stopped, so that the test page stays.
async fn takes_click(stage: &Stage, selector: &str, options: &str) -> bool {
    let click = run(&format!(
        "addEventListener('click', (event) => {{
             window.wasTaken = event.defaultPrevented;
             event.preventDefault();
         }}, {{ once: true }});
         new MouseEvent('click', {{ {options} bubbles: true, cancelable: true }})"
    ));
    stage.find(selector).dispatch_event(click.unchecked_ref()).unwrap();
    settle().await;
    run("window.wasTaken") == JsValue::TRUE
}

#[wasm_bindgen_test]
async fn a_click_that_asks_for_a_tab_is_the_browser_s() {
    let stage = Stage::at("").await;
    let view = "nav a[href='?view=themes']";
    assert!(!takes_click(&stage, view, "ctrlKey: true,").await);
    assert_eq!(search(), "");
    assert!(takes_click(&stage, view, "").await);
    assert_eq!(search(), "?view=themes");
}

#[wasm_bindgen_test]
async fn a_link_to_a_page_is_the_browser_s() {
    let stage = Stage::at("?theme=etcd").await;
    for link in [TALK_ONE, "a[href='conference/a.html']", "a[href='theme/etcd.html']"] {
        assert!(!takes_click(&stage, link, "").await, "{link}");
    }
    assert_eq!(search(), "?theme=etcd");
}

#[wasm_bindgen_test]
async fn an_old_link_to_a_page_opens_the_list_and_says_what_it_left_out() {
    let stage = Stage::at("?page=talk/one").await;
    assert!(stage.has(TALK_ONE) && stage.has(TALK_TWO));
    let note = stage.find(".address-note").text_content().unwrap();
    assert!(note.contains("page=talk/one"), "{note}");
}
