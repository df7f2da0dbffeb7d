-- The ledger: after the book is woven, checks what only the whole book can
-- show, and prints its counts. Run by pandoc on nothing; each promise is a
-- line that begins with "ok" or "FAIL", its faults indented below.

package.path = PANDOC_SCRIPT_FILE:gsub("[^/]*$", "?.lua;") .. package.path
local press = require "press"
local c = require "c"
local values = require "values"
local states = require "states"

local failed = false

-- Prints one line of the ledger: what holds, or what does not and where.
local function report(holds, promise, faults)
  if #faults == 0 then
    print("ok   " .. holds)
    return
  end
  failed = true
  print("FAIL " .. promise)
  for _, fault in ipairs(faults) do print("       " .. fault) end
end

local function counted(number, noun)
  local text = tostring(number):reverse():gsub("(%d%d%d)", "%1,"):reverse()
  return text:gsub("^,", "") .. " " .. noun .. (number == 1 and "" or "s")
end

-- The book's own C, by the folder that holds it, and the folders that each
-- may lean on: those below it. On the plumbing stands the shell, on that
-- chapter on chapter, and on all of them what measures.
local function rooms()
  local list, below = {}, {}
  local function add(name, room)
    room.folder = "code/" .. name
    room.below = { table.unpack(below) }
    list[#list + 1] = room
    below[#below + 1] = room.folder
  end
  add("plumbing", {})
  add("shell", {})
  for _, stem in ipairs(press.book().chapters) do
    add(stem, { stem = stem, program = true })
  end
  add("measure", { programs = true })
  for _, room in ipairs(list) do
    room.files = press.glob(room.folder .. "/*.[ch]")
    room.listings = {}
  end
  return list
end

-- Hands each listing of the book to the room whose file it prints.
local function distribute(list, faults)
  local room_of = {}
  for _, room in ipairs(list) do
    for _, path in ipairs(room.files) do room_of[path] = room end
  end
  local total = 0
  for _, stem in ipairs(press.book().stems) do
    for _, listing in ipairs(press.facts(stem).listings) do
      local room = room_of[listing.path]
      listing.source = press.source(stem)
      total = total + 1
      if not room then
        faults[#faults + 1] = ("%s: listing %s prints %s, which is none of "
          .. "the book's own files"):format(listing.source, listing.number,
          listing.path)
      else
        table.insert(room.listings, listing)
        if room.stem and room.stem ~= stem then
          faults[#faults + 1] = ("%s: listing %s prints %s, whose place is "
            .. "chapters/%s.md"):format(listing.source, listing.number,
            listing.path, room.stem)
        end
      end
    end
  end
  return total
end

-- Promise 2: every line of a file once, in the file's order.
local function check_file(path, listings, faults)
  local lines = c.file(path).lines
  local printed_in, last, last_listing = {}, 0, nil
  for _, listing in ipairs(listings) do
    for _, range in ipairs(listing.ranges) do
      local first, final = range:match("(%d+)%-(%d+)")
      first, final = tonumber(first), tonumber(final)
      if printed_in[first] then
        faults[#faults + 1] = ("%s:%d: printed twice, in listing %s (%s) and "
          .. "in listing %s (%s)"):format(path, first,
          printed_in[first].number, printed_in[first].source, listing.number,
          listing.source)
      elseif first < last then
        faults[#faults + 1] = ("%s:%d: listing %s (%s) prints it after line "
          .. "%d, in listing %s"):format(path, first, listing.number,
          listing.source, last, last_listing.number)
      end
      for i = first, final do printed_in[i] = listing end
      if final > last then last, last_listing = final, listing end
    end
  end
  local count = 0
  for i, line in ipairs(lines) do
    if line:match("%S") then
      count = count + 1
      if not printed_in[i] and not (i > 1 and lines[i - 1]:match("%S")
        and not printed_in[i - 1]) then
        faults[#faults + 1] = ("%s:%d: printed nowhere: %s"):format(path, i,
          line)
      end
    end
  end
  return count
end

local function check_lines(list)
  local faults, count, files = {}, 0, 0
  local total = distribute(list, faults)
  for _, room in ipairs(list) do
    local before = #faults
    for _, path in ipairs(room.files) do
      local listings = {}
      for _, listing in ipairs(room.listings) do
        if listing.path == path then listings[#listings + 1] = listing end
      end
      files = files + 1
      count = count + check_file(path, listings, faults)
    end
    room.whole = #faults == before
  end
  report(("%s of C in %s, printed once and in order by %s"):format(
    counted(count, "line"), counted(files, "file"),
    counted(total, "listing")),
    "every line of C is printed once, in its file's order", faults)
end

-- Promise 3
local function check_states(list)
  local outcome = states.check(list)
  report(("%s of the reader's files compiled by %s (%d compilations new); %s")
    :format(counted(outcome.states, "state"),
    table.concat(outcome.compilers, " and "), outcome.anew,
    counted(outcome.linked, "program") .. " linked"),
    "after every listing, what has been typed so far compiles",
    outcome.faults)
end

-- Promise 4 was kept by the weave, or we would not be here.
local function count_all(key)
  local sum = 0
  for _, stem in ipairs(press.book().stems) do
    local fact = press.facts(stem)[key]
    sum = sum + (type(fact) == "table" and #fact or fact)
  end
  return sum
end

-- Promise 5
local function is_used_by_plots(scripts, run, name)
  for _, script in ipairs(scripts) do
    local word = name:gsub("%W", "%%%0")
    if script:find(run, 1, true)
      and (" " .. script .. " "):find("[^%w_.]" .. word .. "[^%w_.]") then
      return true
    end
  end
  return false
end

local function check_values()
  local faults, used, count = {}, {}, 0
  for _, stem in ipairs(press.book().stems) do
    for name in pairs(press.facts(stem).values) do used[name] = true end
  end
  for _ in pairs(used) do count = count + 1 end
  for _, stem in ipairs(press.book().chapters) do
    local scripts = {}
    for _, path in ipairs(press.glob("plots/" .. stem .. "/*.gp")) do
      scripts[#scripts + 1] = press.read(path)
    end
    local kept = values.kept(stem)
    for _, run in ipairs(press.sorted(kept)) do
      local place = run == "measure" and "measure.c" or "runs"
      local idle = next(kept[run]) == nil
      for _, name in ipairs(press.sorted(kept[run])) do
        if not used[stem .. "/" .. run .. "." .. name]
          and not is_used_by_plots(scripts, run, name) then
          faults[#faults + 1] = ("plots/%s/%s: the value %s.%s is kept, but "
            .. "neither text nor figure uses it"):format(stem, place, run,
            name)
        end
      end
      if idle and not is_used_by_plots(scripts, run, run) then
        faults[#faults + 1] = ("plots/%s/%s: nothing uses the run %s")
          :format(stem, place, run)
      end
    end
  end
  report(("%s quoted and %s listed as givens; %s run"):format(
    counted(count, "computed value"),
    counted(count_all("numbers"), "typed number"),
    counted(count_all("commands"), "command")),
    "every value that a run keeps is used", faults)
end

-- Promise 6
local function check_figures()
  local faults, used, count = {}, {}, 0
  for _, stem in ipairs(press.book().stems) do
    for _, path in ipairs(press.facts(stem).figures) do
      used[path] = true
      count = count + 1
    end
  end
  for _, path in ipairs(press.glob("plots/*/*.gp")) do
    if not used[path] and not path:match("/style%.gp$") then
      faults[#faults + 1] = path .. ": no chapter shows this figure"
    end
  end
  report(counted(count, "figure") .. " drawn from files of this build",
    "every figure has its place in the text", faults)
end

-- Promise 7
local function check_formulas()
  local faults, names, suites = {}, {}, {}
  for _, path in ipairs(press.glob("tests/*/*.c tests/*.c")) do
    suites[#suites + 1] = press.read(path)
  end
  local all, derivatives = table.concat(suites, "\n"), 0
  for _, stem in ipairs(press.book().stems) do
    for _, test in ipairs(press.facts(stem).tests) do
      derivatives = derivatives + 1
      names[test.name] = true
      if not all:find("%f[%w_]" .. test.name .. "%s*%(%s*void%s*%*%*") then
        faults[#faults + 1] = ("%s: the formula names the test %s, which no "
          .. "file in tests/ defines"):format(test.source, test.name)
      elseif not all:find("cmocka_unit_test[%w_]*%(%s*" .. test.name
        .. "%f[^%w_]") then
        faults[#faults + 1] = ("%s: the formula names the test %s, which is "
          .. "defined but never run"):format(test.source, test.name)
      end
    end
  end
  report(("%s set on lines of their own; each of the %d derivatives is "
    .. "tested, by %s"):format(counted(count_all("formulas"), "formula"),
    derivatives, counted(#press.sorted(names), "test")),
    "every derivative of the book is tested", faults)
end

-- Promise 8, as far as the text goes
local function check_exercises()
  local faults, count = {}, 0
  for _, stem in ipairs(press.book().chapters) do
    local known = {}
    for _, id in ipairs(press.facts(stem).exercises) do
      known[id] = true
      count = count + 1
    end
    for _, path in ipairs(press.glob("code/" .. stem .. "/exercises/*/")) do
      local id = path:match("([^/]+)/$")
      if not known[id] and id:match("^%d") then
        faults[#faults + 1] = path .. ": the chapter has no exercise " .. id
      end
    end
  end
  report(counted(count, "exercise") .. " with hint and solution",
    "every exercise is in its chapter", faults)
end

-- The notebook's errors, as many as the preface counts: the weave has seen
-- that the entries stand in order and name a section each.
local errors = 27

local function check_corrections()
  local faults, entries, notes = {}, {}, {}
  local function fault(stem, ...)
    faults[#faults + 1] = press.source(stem) .. ": " .. (...):format(select(2,
      ...))
  end
  local listing
  for _, stem in ipairs(press.book().stems) do
    for _, item in ipairs(press.facts(stem).corrections) do
      entries[item], listing = stem, listing or stem
      if tonumber(item) > errors then
        fault(stem, "correction %s, but the preface counts %d", item, errors)
      end
    end
    for _, label in pairs(press.facts(stem).labels) do
      if label.kind == "erratum" then notes[label.number] = stem end
    end
  end
  for i = 1, errors do
    local item = tostring(i)
    if not entries[item] then
      fault(listing or "book", "correction %s is missing", item)
    elseif not notes[item] then
      fault(entries[item], "no note of a chapter tells correction %s", item)
    end
  end
  for _, item in ipairs(press.sorted(notes)) do
    local number = tonumber(item) or 0
    if not entries[item] and (number < 1 or number > errors) then
      fault(notes[item], "a note tells correction %s, and no entry lists it",
        item)
    end
  end
  report(counted(errors, "correction") .. " of the notebook, each told in a "
    .. "note and settled in a section",
    "every error of the notebook is listed once and told in a chapter",
    faults)
end

-- A term of the index stands in italics where it is said to be defined, or,
-- outside the chapters, in the text.
local function is_defined(term, facts)
  local italics = facts.italics[term.section] or {}
  local said = facts.said[term.section] or ""
  return italics[term.term] or italics[term.term .. "s"]
    or (" " .. said .. " "):find("%f[%w]" .. term.term:gsub("%W", "%%%0")
      .. "s?%f[%W]")
end

local function check_terms()
  local faults, all, stem_of, count = {}, {}, {}, 0
  for _, stem in ipairs(press.book().stems) do
    all[stem] = press.facts(stem)
    for id in pairs(all[stem].labels) do stem_of[id] = stem end
  end
  for _, stem in ipairs(press.book().stems) do
    for _, term in ipairs(all[stem].terms) do
      count = count + 1
      if not is_defined(term, all[stem_of[term.section]]) then
        faults[#faults + 1] = ('%s: "%s" does not stand in italics in #%s')
          :format(press.source(stem), term.text, term.section)
      end
    end
  end
  report(counted(count, "term") .. " in the index, each defined in its section",
    "every term of the index is defined where the index says", faults)
end

local function check_sources()
  local bibliography = press.bibliography()
  local faults, cited = {}, {}
  for _, stem in ipairs(press.book().stems) do
    for _, link in ipairs(press.facts(stem).links) do cited[link.id] = true end
  end
  local entries = bibliography and press.facts(bibliography).entries or {}
  for _, id in ipairs(entries) do
    if not cited[id] then
      faults[#faults + 1] = ("%s: the source %s is cited nowhere"):format(
        press.source(bibliography), id)
    end
  end
  report(counted(#entries, "source") .. " cited",
    "every source is cited", faults)
end

function Pandoc()
  local list = rooms()
  check_lines(list)
  check_states(list)
  check_values()
  check_figures()
  check_formulas()
  check_exercises()
  check_corrections()
  check_terms()
  check_sources()
  press.stop_if_faulty()
  io.stdout:flush()
  if failed then os.exit(1) end
  return pandoc.Pandoc {}
end
