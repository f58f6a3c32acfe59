namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>Patterns as shells know them: <c>*</c> is any text, <c>?</c> any character, <c>[a-z]</c> one of a set, <c>[^a-z]</c> none of it.</summary>
internal static class Glob
{
    /// <summary>Whether a text is what a pattern says, from its start to its end. Case matters.</summary>
    public static bool Matches(string pattern, string text)
    {
        // Each star first stands for nothing, then for one character more each time that what follows doesn't fit.
        var (p, t, star, from) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, from) = (p++, t);
            }
            else if (p < pattern.Length && One(pattern, p, text[t]) is > 0 and var next)
            {
                (p, t) = (next, t + 1);
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++from);
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }

    // Where the pattern goes on after what stands at a place and fits a character; 0 where it doesn't fit.
    private static int One(string pattern, int place, char character)
    {
        if (pattern[place] == '?')
        {
            return place + 1;
        }

        if (pattern[place] != '[' || SetEnd(pattern, place) is not (> 0 and var end))
        {
            return pattern[place] == character ? place + 1 : 0;
        }

        var set = pattern.AsSpan(place + 1, end - place - 1);
        var negated = set.Length > 1 && set[0] is '^' or '!';
        set = negated ? set[1..] : set;
        return Holds(set, character) != negated ? end + 1 : 0;
    }

    // A bracket right after the opening one belongs to the set; one that is never closed is a character as any other.
    private static int SetEnd(string pattern, int place)
    {
        var first = place + 1 < pattern.Length && pattern[place + 1] is '^' or '!' ? place + 3 : place + 2;
        return first < pattern.Length ? pattern.IndexOf(']', first) : -1;
    }

    private static bool Holds(ReadOnlySpan<char> set, char character)
    {
        for (var i = 0; i < set.Length; i++)
        {
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                if (character >= set[i] && character <= set[i + 2])
                {
                    return true;
                }

                i += 2;
            }
            else if (set[i] == character)
            {
                return true;
            }
        }

        return false;
    }
}
