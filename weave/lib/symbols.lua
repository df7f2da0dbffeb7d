-- The symbols of a formula: its letters, Greek ones too, each with what makes another symbol of it: an accent
-- ("\hat y"), primes ("\sigma'"), a lower index of words ("n_\mathrm{in}"). Other indices and powers are symbols
-- of their own. Functions, words, numbers, operators and the d of a derivative are none; but the transpose
-- ("^\mathrm{T}") and the product entry by entry are.

local press = require "press"

local symbols = {}

local kind_of = press.kinds {
  letter = [[\alpha \beta \gamma \delta \epsilon \varepsilon \zeta \eta \theta \vartheta \iota \kappa \lambda \mu
    \nu \xi \pi \varpi \rho \varrho \sigma \varsigma \tau \upsilon \phi \varphi \chi \psi \omega \Gamma \Delta
    \Theta \Lambda \Xi \Pi \Sigma \Upsilon \Phi \Psi \Omega \ell \imath \jmath \nabla \odot]],
  accent = [[\hat \widehat \bar \overline \tilde \widetilde \vec \dot \ddot \check \breve \mathbf \boldsymbol
    \mathbb \mathcal \mathfrak \mathscr]],
  words = [[\text \textit \textbf \textrm \texttt \mathrm \mathtt \mathsf \operatorname \begin \end \tag \label
    \color \hspace]],
}

-- A formula as a list of commands, letters and other marks; a group is a list.
local function parse(text, from)
  local list, at = pandoc.List(), from or 1
  while at <= #text do
    local token = text:match("^\\%a+", at) or text:match("^\\.", at) or text:match("^%s+", at) or text:sub(at, at)
    at = at + #token
    if token == "}" then break end
    if token == "{" then token, at = parse(text, at) end
    if type(token) == "table" or token:match("%S") then list:insert(token) end
  end
  return list, at
end

local function flat(node)
  return type(node) == "table" and table.concat(pandoc.List.map(node, flat)) or node or ""
end

local function is_symbol(node)
  return type(node) == "string" and (node:match("^%a$") ~= nil or kind_of[node] == "letter" or kind_of[node] == "accent")
end

-- The words that stand at a place, alone in a group or as they are: what they are, and how many nodes that is.
local function words_at(list, i)
  local node = list[i]
  if type(node) == "table" then
    local words, length = words_at(node, 1)
    return length == #node and words or nil, 1
  end
  if kind_of[node] == "words" then return flat(list[i + 1]), 2 end
end

local function collect(list, found)
  local i = 1
  local function skip(count) i = i + count end
  while list[i] do
    local node, kind = list[i], type(list[i]) == "string" and kind_of[list[i]]
    if type(node) == "table" then
      collect(node, found)
    elseif kind == "words" then
      skip(flat(list[i + 1]) == "array" and node == "\\begin" and 2 or 1)
    elseif node == "^" and (words_at(list, i + 1)) == "T" then
      found:insert("^\\mathrm{T}")
      skip(select(2, words_at(list, i + 1)))
    elseif is_symbol(node) and not (node == "d" and (#list == 1 or is_symbol(list[i + 1]))) then
      local symbol = node
      if kind == "accent" then
        local on = flat(list[i + 1])
        symbol = node .. (on:match("^%w") and " " or "") .. on
        skip(1)
      end
      while list[i + 1] == "'" do
        symbol = symbol .. "'"
        skip(1)
      end
      local words, length = words_at(list, i + 2)
      if list[i + 1] == "_" and words then
        symbol = symbol .. "_\\mathrm{" .. words .. "}"
        skip(1 + length)
      end
      found:insert(symbol)
    end
    skip(1)
  end
  return found
end

-- In the order in which they stand; one that stands twice, twice.
function symbols.of(formula) return collect((parse(formula)), pandoc.List()) end

return symbols
