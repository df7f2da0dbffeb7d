-- Reads a C file as a reader does: as a list of definitions. A definition is a stretch of lines between blank
-- lines that stand outside all braces, parentheses, comments and #if; a comment belongs to what follows it.

local press = require "press"

local c = {}

local words = press.kinds {
  keyword = [[auto break case const continue default do else enum extern for goto if inline register restrict
    return sizeof static struct switch typedef union volatile while _Alignas _Alignof _Atomic _Generic
    _Noreturn _Static_assert _Thread_local __attribute__]],
  type = [[bool char double float int long short signed unsigned void FILE mode_t pid_t pthread_mutex_t pthread_t
    size_t ssize_t time_t uint64_t]],
}

-- What tokens look like, by kind: the first that fits is taken. Some stand in one place only: in code, where
-- no other directive has begun the line, or behind #include.
local looks = {
  { "word", "^[%a_][%w_]*" },
  { "space", "^[^%S\n]+" }, { "space", "^\n%s*" }, { "space", "^\\\n" },
  { "comment", "^/%*.-%*/" }, { "comment", "^//[^\n]*" },
  { "directive", "^#%s*%a*", "code" },
  { "string", "^<[^>\n]*>", "#include" }, { "string", "^([\"']).-%1" },
  { "number", "^%.?%d[%w.]*[eEpP][+-]%d[%w.]*" }, { "number", "^%.?%d[%w.]*" },
  { "mark", "^." },
}

local function breaks(text) return select(2, text:gsub("\n", "")) end

-- The text as tokens { kind, text, line, directive }. Together they are the text, byte for byte; `directive`
-- names the # line they stand on.
function c.tokens(text)
  local tokens, at, line, place = {}, 1, 1, "code"
  local plain = text:gsub("\\[\\\"']", "__") -- what is escaped ends no string
  local function look()
    for _, seen in ipairs(looks) do
      local _, last = plain:find(seen[2], at)
      if last and (seen[3] or place) == place then return seen[1], text:sub(at, last) end
    end
  end
  while at <= #text do
    local kind, found = look()
    place = kind == "directive" and "#" .. found:match("%a*$") or found:find("^\n") and "code" or place
    if kind == "word" then kind = words[found] or kind end
    tokens[#tokens + 1] = { kind = kind, text = found, line = line, directive = place:match("^#(.*)") }
    line, at = line + breaks(found), at + #found
  end
  return tokens
end

-- What declares nothing, and is taken out before the names are read.
local idle = {
  { "%)%s*%b{}", ");" }, -- what a function does
  { "__attribute__%s*%b()", "" },
  { "%b[]", "" },
  { "%b()", function(inner) return inner:match("^%(%s*%*%s*([%w_]+)") or "()" end }, -- but "(*name)(…)" does
  { "=%s*%b{}", "" },
  { "%b{}", function(inner) return (inner:gsub(";.*", "}")) end }, -- all members of a struct but the first
  { "=[^,;}]*", "" },
}

-- The names that declarations bring into the world: of functions, types and variables, and of the constants
-- of an enum that has no name itself.
local function declared(code)
  local names = pandoc.List()
  for declaration in press.replace(code, idle):gmatch("[^;]+") do
    local tag, inner, rest = declaration:match("([%w_]+)%s*(%b{})(.*)")
    if tag == "enum" then
      for name in inner:gmatch("([%w_]+)%s*[,}]") do names:insert(name) end
    elseif tag and not words[tag] then
      names:insert(tag)
    end
    for part in (rest or declaration):gsub("%(.*", ""):gmatch("[^,]+") do
      names:insert(part:match("([%w_]+)%s*$"))
    end
  end
  return names
end

local deeper = press.kinds { [1] = "( { [ #if #ifdef #ifndef", [-1] = ") } ] #endif" }

-- The text cut at blank lines: { first, last } (lines), { names } as far as directives give them, and `code`,
-- what is left without directives and comments.
local function stretches(text)
  local list, depth, stretch = pandoc.List(), 0, nil
  local tokens = c.tokens(text)
  for i, token in ipairs(tokens) do
    local kind, word = token.kind, token.directive
    if kind ~= "space" then
      if not stretch then
        stretch = { first = token.line, names = pandoc.List(), code = "" }
        list:insert(stretch)
      end
      stretch.last = token.line + breaks(token.text)
    elseif depth == 0 and token.text:find("\n.*\n") then
      stretch = nil
    end
    if kind == "directive" then
      depth = depth + (deeper["#" .. word] or 0)
      stretch.includes = stretch.includes or word == "include" or word == "pragma"
      if word == "define" then stretch.names:insert(tokens[i + 2].text) end
    elseif stretch and not word and kind ~= "comment" then
      depth = depth + (deeper[token.text] or 0)
      stretch.code = stretch.code .. (kind == "string" and '""' or token.text)
    end
  end
  return list
end

-- The definitions of a file, in order: { names, first, last } (lines).
local function definitions(text)
  local list, comment_from = pandoc.List(), nil
  local all = stretches(text)
  for i, this in ipairs(all) do
    local before, is_bare = list[#list], not this.code:find("%S")
    local is_comment = is_bare and not this.includes and #this.names == 0
    this.only_includes = is_bare and this.includes
    if is_comment and i < #all then
      comment_from = comment_from or this.first
    elseif before and (is_comment or this.only_includes and before.only_includes and not comment_from) then
      before.last = this.last
    else
      if this.includes then this.names:insert(1, "includes") end
      this.names:extend(declared(this.code))
      this.first, comment_from = comment_from or this.first, nil
      list:insert(this)
    end
  end
  return list
end

-- A file with its lines and definitions; nil if there is none.
c.file = press.once(function(path)
  local text = press.read(path)
  return text and { path = path, text = text, lines = press.lines(text), definitions = definitions(text) }
end)

-- The lines of a piece of code as { number, { kind, text } … }, for colouring.
function c.coloured(text, first)
  local lines, depth = { { number = first } }, 0
  local tokens = c.tokens((text:gsub("\n$", "")))
  for i, token in ipairs(tokens) do
    local kind, is_code = token.kind, not token.directive
    local is_called = tokens[i + 1] and tokens[i + 1].text == "("
    if is_code and kind == "word" and depth == 0 and is_called then kind = "name" end
    if is_code then depth = depth + (deeper[token.text] or 0) end
    for n, piece in ipairs(press.lines(token.text .. "\n")) do
      if n > 1 then lines[#lines + 1] = { number = first + #lines } end
      if piece ~= "" then table.insert(lines[#lines], { kind = kind, text = piece }) end
    end
  end
  return lines
end

return c
