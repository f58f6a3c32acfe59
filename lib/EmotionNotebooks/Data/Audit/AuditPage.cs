using System.Net;
using System.Text;

namespace EmotionNotebooks.Data.Audit;

/// <summary>An audit for people: counts first, then the pictures of each finding, as many as one can look at.</summary>
internal sealed class AuditPage
{
    private const int MostGroups = 40;
    private const int MostPictures = 6;
    private const int MostLines = 8;
    private const int MostFaces = 120;

    private const string Identical = "Identical pictures";
    private const string Similar = "Nearly identical pictures";
    private const string Blank = "Blank pictures";
    private const string NoFaces = "No faces";
    private const string Contradicted = "Contradicted labels";

    private const string Style = """
        :root { color-scheme: light dark; --background: #ffffff; --text: #1f2933; --muted: #52606d; --line: #d5dae0; --card: #f6f7f9; --mark: #a8410a; --focus: #0072b2 }
        @media (prefers-color-scheme: dark) {
          :root { --background: #14181d; --text: #e6eaee; --muted: #a3afbb; --line: #323a43; --card: #1c2229; --mark: #f0a968; --focus: #56b4e9 }
        }
        * { box-sizing: border-box }
        body { margin: 0 auto; max-width: 1280px; padding: 24px; background: var(--background); color: var(--text);
               font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif }
        h1 { margin: 0; font-size: 24px; line-height: 1.25; overflow-wrap: anywhere }
        h2 { margin: 40px 0 4px; font-size: 19px }
        h3 { margin: 24px 0 8px; font-size: 15px }
        p { margin: 4px 0 12px; max-width: 75ch; overflow-wrap: anywhere }
        .muted { color: var(--muted) }
        nav { display: flex; flex-wrap: wrap; gap: 4px 16px }
        a { color: var(--focus) }
        a:focus-visible, .scroll:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px }
        .scroll { overflow-x: auto }
        table { border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums }
        th, td { padding: 4px 12px 4px 0; text-align: right; white-space: nowrap; border-bottom: 1px solid var(--line); font-weight: inherit }
        th[scope=row], thead th:first-child { text-align: left; white-space: normal }
        thead th { color: var(--muted); font-weight: 600 }
        th.inner { padding-left: 20px }
        ul.cards { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 12px; align-items: flex-start }
        ul.cards > li { padding: 10px; border-radius: 8px; background: var(--card); max-width: 100%; font-size: 13px; line-height: 1.35 }
        .pictures { display: flex; flex-wrap: wrap; gap: 4px; margin-bottom: 6px }
        .pictures img { width: 96px; height: 96px; border-radius: 4px; display: block; image-rendering: pixelated }
        ul.faces { list-style: none; margin: 0; padding: 0; overflow-wrap: anywhere }
        ul.single > li { width: 132px; overflow-wrap: anywhere }
        b { color: var(--mark) }
        @media (max-width: 600px) { body { padding: 16px } .pictures img { width: 72px; height: 72px } ul.single > li { width: 124px } }
        @media print { body { max-width: none } ul.cards > li { break-inside: avoid } }
        """;

    private readonly FaceAudit _audit;
    private readonly FaceSet _faces;
    private readonly StringBuilder _html = new();

    private AuditPage(FaceAudit audit)
    {
        _audit = audit;
        _faces = audit.Faces;
    }

    public static string Write(FaceAudit audit) => new AuditPage(audit).Write();

    private string Write()
    {
        _html.Append($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="UTF-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Audit of {Html(_faces.Source)}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <h1>Audit of {Html(_faces.Source)}</h1>
            <p class="muted">{_faces.Count:N0} faces, {_audit.Identical.Count:N0} different pictures. SHA-256 of the content: {_faces.Sha256}. Every face of every finding is in <a href="audit.json">audit.json</a>.</p>
            {Navigation()}
            <main>

            """);
        Summary();
        Classes();
        Groups(Identical, "Equal byte for byte.", _audit.Identical.Repeated);
        Groups(
            Similar,
            $"Different bytes of what seems to be one photograph: other brightness, compression, watermark or cut, or mirrored. Details correlate by {_audit.Threshold:0.00} or more, directly or through other pictures of the group.",
            _audit.NearlyIdentical);
        Singles(Blank, "They show nothing, or hardly anything: almost no contrast, or one grey level for more than half of the pixels.", _audit.Blank, Caption);
        if (_audit.NoFaces is { } noFaces)
            Singles(NoFaces, "Most of FER+'s crowd saw no face.", noFaces, Caption);
        if (_audit.Contradicted is { } contradicted)
        {
            var byFace = contradicted.ToDictionary(it => it.Face);
            Singles(
                Contradicted,
                $"At least {FaceAudit.ContradictingShare:0%} of FER+'s crowd agree on another emotion than the label.",
                [.. contradicted.Select(it => it.Face)],
                face => $"{Caption(face)}<br>crowd: <b>{Html(FaceVotes.Names[byFace[face].Choice])}</b> {byFace[face].Votes}/{byFace[face].Asked}");
        }

        return _html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private string Navigation()
    {
        List<string> titles = ["Classes", Identical, Similar, Blank];
        if (_audit.NoFaces is not null)
            titles.Add(NoFaces);
        if (_audit.Contradicted is not null)
            titles.Add(Contradicted);
        return $"<nav aria-label=\"Sections\">{string.Concat(titles.Select(title => $"<a href=\"#{Id(title)}\">{title}</a>\n"))}</nav>";
    }

    private void Summary()
    {
        _html.Append("""
            <h2 id="found">What was found</h2>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="found"><table>
            <thead><tr><th scope="col">Finding</th><th scope="col">Groups</th><th scope="col">Faces</th><th scope="col">Share</th></tr></thead>
            <tbody>

            """);
        foreach (var finding in Finding.All(_audit))
        {
            var share = $"{100.0 * finding.Faces / _faces.Count:0.00}%";
            _html.Append($"""
                <tr><th scope="row"{(finding.IsPart ? " class=\"inner\"" : "")}>{Html(finding.Name)}</th><td>{finding.Groups:N0}</td><td>{finding.Faces:N0}</td><td>{share}</td></tr>

                """);
        }

        _html.Append("</tbody></table></div>\n");
        if (Finding.Leaks(_audit) is { } leaks)
            _html.Append($"<p>{Html(leaks)}</p>\n");
        if (_faces.Votes is null)
            _html.Append("<p class=\"muted\">Without FER+'s votes, pictures of no face and contradicted labels cannot be told.</p>\n");
    }

    private void Classes()
    {
        var splits = SplitCounts.Of(_faces);
        _html.Append("""<h2 id="classes">Classes</h2><div class="scroll" tabindex="0" role="region" aria-labelledby="classes"><table><thead><tr><th scope="col">Class</th>""");
        foreach (var (split, _) in splits)
            _html.Append($"<th scope=\"col\">{split}</th>");
        _html.Append("<th scope=\"col\">All</th></tr></thead>\n<tbody>\n");
        for (var label = 0; label < _faces.ClassNames.Count; label++)
            Row(_faces.ClassNames[label], [.. splits.Select(it => it.Counts[label])]);
        Row("all", [.. splits.Select(it => it.Counts.Sum())]);
        _html.Append($"</tbody></table></div>\n<p class=\"muted\">{Html(Finding.Withheld(_faces))}</p>\n");

        void Row(string name, int[] counts) => _html.Append(
            $"<tr><th scope=\"row\">{Html(name)}</th>{string.Concat(counts.Append(counts.Sum()).Select(count => $"<td>{count:N0}</td>"))}</tr>\n");
    }

    private void Groups(string title, string text, IReadOnlyList<IReadOnlyList<int>> groups)
    {
        _html.Append($"<h2 id=\"{Id(title)}\">{title}</h2>\n<p>{Html(text)}</p>\n");
        if (groups.Count == 0)
            _html.Append("<p>None.</p>\n");
        var conflicts = groups.Where(_audit.IsConflict).ToArray();
        var across = groups.Where(group => _audit.IsAcross(group) && !_audit.IsConflict(group)).ToArray();
        var others = groups.Where(group => !_audit.IsAcross(group) && !_audit.IsConflict(group)).ToArray();
        Cards("with different labels", conflicts);
        Cards("in different splits, with one label", across);
        Cards("in one split, with one label", others);
    }

    private void Cards(string title, IReadOnlyList<int>[] groups)
    {
        if (groups.Length == 0)
            return;
        _html.Append($"<h3>{Count(groups.Length, "group")} {title}{Shown(groups.Length, MostGroups, "the first ")}</h3>\n<ul class=\"cards\">\n");
        foreach (var group in groups.Take(MostGroups))
        {
            var pictures = _audit.Pictures(group).ToArray();
            _html.Append("<li><div class=\"pictures\">");
            foreach (var face in pictures.Take(MostPictures))
                Picture(face);
            _html.Append("</div><ul class=\"faces\">\n");
            foreach (var face in group.Take(MostLines))
                _html.Append($"<li>{Html(_faces.Origins[face])}, {_faces.Splits[face]}: {Label(face, group)}</li>\n");
            if (group.Count > MostLines)
                _html.Append($"<li>and {group.Count - MostLines:N0} more</li>\n");
            _html.Append("</ul></li>\n");
        }

        _html.Append("</ul>\n");
    }

    private void Singles(string title, string text, IReadOnlyList<int> faces, Func<int, string> caption)
    {
        _html.Append($"<h2 id=\"{Id(title)}\">{title}</h2>\n<p>{Html(text)}</p>\n<h3>{Count(faces.Count, "face")}{Shown(faces.Count, MostFaces, "")}</h3>\n<ul class=\"cards single\">\n");
        foreach (var face in faces.Take(MostFaces))
        {
            _html.Append("<li><div class=\"pictures\">");
            Picture(face);
            _html.Append($"</div>{caption(face)}</li>\n");
        }

        _html.Append("</ul>\n");
    }

    private void Picture(int face) => _html.Append(
        $"<img width=\"96\" height=\"96\" alt=\"{Html(_faces.Origins[face])}\" src=\"data:image/png;base64,{Convert.ToBase64String(GreyPng.Encode(_faces.Face(face)))}\">");

    private string Caption(int face) => $"{Html(_faces.Origins[face])}<br>{_faces.Splits[face]}: {Html(Name(face))}";

    private string Label(int face, IReadOnlyList<int> group) => _audit.IsConflict(group) ? $"<b>{Html(Name(face))}</b>" : Html(Name(face));

    private string Name(int face) => _faces.ClassNames[_faces.Labels[face]];

    private static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number:N0} {thing}s";

    private static string Id(string title) => title.ToLowerInvariant().Replace(' ', '-');

    private static string Shown(int all, int most, string first) => all > most ? $": {first}{most} are shown" : "";

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
