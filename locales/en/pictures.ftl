# The overview in figures, and its pictures.

command-stats = the registry in figures and pictures
stats-head = 📊 <b>The registry on { $date }</b>
stats-partners = Partners: { $partners }, countries: { $countries }
stats-agreements = Agreements in force: { $force }, ending within 90 days: { $soon }
stats-flow = { $year }: received — { $received }, sent — { $sent }
stats-flow-all = All years: received — { $received }, sent — { $sent }
stats-nothing = nothing recorded
stats-uncounted = { $n ->
    [one] { $n } shipment has no count recorded and is not in these figures.
   *[other] { $n } shipments have no count recorded and are not in these figures.
}
stats-empty = The registry is still empty. Begin with a partner, /partner, or have an Excel workbook brought in.
picture-button-timeline = 📄 Timeline
picture-button-flows = 📦 Received and sent
picture-button-world = 🗺 Map
picture-timeline = Agreements
picture-as-of = as of { $date }
picture-today = today
picture-timeline-caption = 📄 <b>Agreements</b>: { $shown } of { $total } are drawn, all are listed in /agreements. Red: ends within 90 days. Grey: over. Fading: the end is not recorded, or not known to the day. Arrow: open-ended or renews itself.
picture-timeline-none = No agreement with a recorded beginning yet, so there is nothing to draw. The list: /agreements
picture-flows = Copies received and sent
picture-received = received
picture-sent = sent
picture-flows-caption = 📦 <b>All years:</b> received — { $received }, sent — { $sent }.
picture-flows-largest = The picture names the { $shown } largest of { $total } partners.
picture-flows-undated = { $n ->
    [one] { $n } shipment has no date: it counts by partner and stands in no year.
   *[other] { $n } shipments have no date: they count by partner and stand in no year.
}
picture-flows-none = No exchange with a recorded count yet, so there is nothing to draw. Record one: /exchange
picture-world = Our partners
picture-world-of = { $partners ->
    [one] { $partners } partner
   *[other] { $partners } partners
} · countries: { $countries }
picture-world-source = Natural Earth
picture-world-caption = 🗺 <b>Partners by country</b>: { $partners } in all, countries: { $countries }.
picture-world-unplaced = { $n ->
    [one] { $n } partner has no country recorded and is not on the map.
   *[other] { $n } partners have no country recorded and are not on the map.
}
picture-world-none = No partner with a country yet, so there is nothing to draw. Add one: /partner
