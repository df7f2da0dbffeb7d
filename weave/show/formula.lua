-- Formulas, all that are new at once, by Temml in one node process.

local press = require "press"
local kept = require "kept"

local sha1 = pandoc.utils.sha1
local renderer, temml = press.folder .. "math.cjs", "build/deps/packages"

local function source(math) return (math.mathtype == "DisplayMath" and "D" or "I") .. math.text end

return function(document, given)
  local group = "formulas/" .. given.to .. "-" .. given.stem
  local made_by = sha1(press.read(renderer) .. press.read(temml .. "/installed"))
  local markup, is_new = {}, {} -- by formula

  -- A browser may break a line between a formula and the comma behind it: the last piece of the one and the
  -- other go into one box that does not break. The formula may be a number's, in a span of its own.
  local function set(inlines)
    local changed = nil
    for i = #inlines, 1, -1 do
      local inline, text = inlines[i], inlines[i + 1]
      if inline.t == "Math" then
        local formula = source(inline)
        markup[formula] = markup[formula] or kept.get(group, sha1(made_by .. formula))
        is_new[formula] = not markup[formula] or nil
        inlines[i] = pandoc.RawInline("html", markup[formula] or "")
        changed = inlines
      end
      local last = inlines[i].t == "Span" and inlines[i].content[#inlines[i].content] or inlines[i]
      if last.t == "RawInline" and text and text.t == "Str" and text.text:match("^[.,:;)?!’”]") then
        local first, piece = last.text:match("^(.+</math>)(<math.*)$")
        if first and last == inlines[i] then
          inlines[i] = pandoc.RawInline("html", first)
          inlines[i + 1] = pandoc.Span({ pandoc.RawInline("html", piece), text }, { class = "held" })
        else
          inlines[i] = pandoc.Span({ inlines[i], text }, { class = "held" })
          inlines:remove(i + 1)
        end
        changed = inlines
      end
    end
    return changed
  end

  local done = document:walk { Inlines = set }
  local new, at, asked = press.sorted(is_new), 0, ""
  for _, formula in ipairs(new) do asked = asked .. formula .. "\x1e" end
  local answers = #new > 0 and pandoc.pipe("node", { renderer, temml }, asked) or ""
  for answer in answers:gmatch("(.-)\x1e") do -- MathML, or "!" and what is wrong
    at = at + 1
    local formula = new[at]
    markup[formula] = answer
    if answer:sub(1, 1) == "!" then
      press.fault(press.source(given.stem), formula:match("[^\n]*%S[^\n]*", 2), "formula %s:%s",
        formula:sub(2), answer:sub(2))
    else
      kept.put(group, sha1(made_by .. formula), answer)
    end
  end
  kept.sweep(group)
  return #new == 0 and done or document:walk { Inlines = set }
end
