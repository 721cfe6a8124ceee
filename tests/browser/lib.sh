# A browser for tests that look at pages: headless Chromium through chromedriver, spoken to with curl
# and jq (the protocol is WebDriver). Source it in a test; it leaves with 77 where there is no
# browser. The browser ends with the test.
for tool in chromedriver chromium curl jq; do
    if ! command -v $tool > tool.path; then
        echo "$tool is not installed"
        exit 77
    fi
done

# webdriver METHOD PATH [JSON]: one request about the session; prints its value as JSON
webdriver() {
    if [ $# -gt 2 ]; then
        printf '%s' "$3" | curl -sS -X "$1" -H 'Content-Type: application/json' --data-binary @- \
            "$browser_url$2" > reply
    else
        curl -sS -X "$1" "$browser_url$2" > reply
    fi
    if jq -e '.value.error? != null' reply > reply.failed; then
        echo "webdriver $1 $2:" >&2
        jq -r '.value | .error, .message' reply | head -5 >&2
        return 1
    fi
    jq -c .value reply
}

browser_end() {
    [ -z "${browser_session:-}" ] || curl -sS -X DELETE "$browser_url" > reply 2>&1 || :
    [ -z "${browser_pid:-}" ] || kill "$browser_pid" 2> /dev/null || :
}

# browser_start [WIDTH,HEIGHT]: everything that the page says or asks of the network is kept
browser_start() {
    trap browser_end EXIT
    mkdir -p browser.home
    : > chromedriver.log
    HOME=$PWD/browser.home chromedriver --port=0 > chromedriver.log 2>&1 &
    browser_pid=$!
    n=0
    until port=$(sed -n 's/.*started successfully on port \([0-9]*\).*/\1/p' chromedriver.log) &&
        [ -n "$port" ]; do
        n=$((n + 1))
        if [ $n -gt 100 ]; then
            cat chromedriver.log
            return 1
        fi
        sleep 0.1
    done
    browser_url=http://127.0.0.1:$port/session
    session=$(webdriver POST '' "$(jq -n --arg home "$PWD/browser.home" \
        --arg size "--window-size=${1:-1280,800}" '{ capabilities: { alwaysMatch: {
            "goog:loggingPrefs": { browser: "ALL", performance: "ALL" },
            "goog:chromeOptions": { binary: "/usr/bin/chromium", args: [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
                "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--disable-dev-shm-usage", $size,
                "--user-data-dir=\($home)/profile" ] } } } }')" | jq -r .sessionId)
    browser_session=$session
    browser_url=$browser_url/$session
}

# visit FILE[#STATE]: opens a file of this folder and waits until it is loaded; the page before it is
# left, so that a state alone loads it anew
visit() {
    webdriver POST /url '{ "url": "about:blank" }' > reply.value
    webdriver POST /url "$(jq -n --arg url "file://$PWD/$1" '{ url: $url }')" > reply.value
}

# js SCRIPT: runs it in the page; prints what it returns, texts as they are
js() {
    webdriver POST /execute/sync "$(jq -n --arg script "$1" '{ script: $script, args: [] }')" |
        jq -r .
}

# press KEY...: one after the other; Enter, Escape, Tab, Down, Up, Left, Right, End or a character
press() {
    for key; do
        case $key in
        Enter) key=$(printf '\356\200\207') ;;
        Escape) key=$(printf '\356\200\214') ;;
        Tab) key=$(printf '\356\200\204') ;;
        End) key=$(printf '\356\200\220') ;;
        Left) key=$(printf '\356\200\222') ;;
        Up) key=$(printf '\356\200\223') ;;
        Right) key=$(printf '\356\200\224') ;;
        Down) key=$(printf '\356\200\225') ;;
        esac
        webdriver POST /actions "$(jq -n --arg key "$key" '{ actions: [ { type: "key", id: "keys",
            actions: [ { type: "keyDown", value: $key }, { type: "keyUp", value: $key } ] } ] }')" \
            > reply.value
    done
}

# text SELECTOR: what the elements show, a line each, white space made one blank
text() {
    js "return Array.from(document.querySelectorAll('$1'))
        .map(one => one.innerText.replace(/\\s+/g, ' ').trim()).join('\\n');"
}

# picture FILE: what the window shows, as PNG
picture() {
    webdriver GET /screenshot | jq -r . | base64 -d > "$1"
}

# same WHAT EXPECTED FOUND
same() {
    if [ "$2" != "$3" ]; then
        printf '%s: expected\n%s\nfound\n%s\n' "$1" "$2" "$3"
        exit 1
    fi
}

# quiet: nothing was said on the console, and the pages of this folder asked for nothing but
# themselves
quiet() {
    webdriver POST /se/log '{ "type": "browser" }' > console
    same 'the console' '[]' "$(cat console)"
    webdriver POST /se/log '{ "type": "performance" }' > performance
    jq -r '.[].message | fromjson | .message | select(.method == "Network.requestWillBeSent")
        | .params | select(.documentURL | startswith("file:")) | .request.url' performance > asked
    same 'asked of the network' '' "$(grep -v "^file://$PWD/[a-z0-9-]*\.html\(#.*\)\?$" asked)"
    [ -s asked ]
}
