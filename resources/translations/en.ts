<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ClosedPage</name>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n sale</numerusform>
            <numerusform>%n sales</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountPage</name>
    <message numerus="yes">
        <source>%n parked sale(s) stay for the next shift.</source>
        <translation>
            <numerusform>%n parked sale stays for the next shift.</numerusform>
            <numerusform>%n parked sales stay for the next shift.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerView</name>
    <message numerus="yes">
        <source>and %n before</source>
        <translation>
            <numerusform>and %n before</numerusform>
            <numerusform>and %n before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message numerus="yes">
        <source>%n copy(ies) printed</source>
        <translation>
            <numerusform>%n copy printed</numerusform>
            <numerusform>%n copies printed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Drills</name>
    <message numerus="yes">
        <source>%n slip(s)</source>
        <translation>
            <numerusform>%n slip</numerusform>
            <numerusform>%n slips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndPage</name>
    <message numerus="yes">
        <source>%n code(s) nobody knows yet wait in a task of their own.</source>
        <translation>
            <numerusform>%n code nobody knows yet waits in a task of its own.</numerusform>
            <numerusform>%n codes nobody knows yet wait in a task of their own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are not counted yet. What about them?</source>
        <translation>
            <numerusform>%n place is not counted yet. What about it?</numerusform>
            <numerusform>%n places are not counted yet. What about them?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%n scan</numerusform>
            <numerusform>%n scans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportSheet</name>
    <message numerus="yes">
        <source>Export %n unsent entries</source>
        <translation>
            <numerusform>Export %n unsent entry</numerusform>
            <numerusform>Export %n unsent entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilledPage</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not whole</source>
        <translation>
            <numerusform>%n line not whole</numerusform>
            <numerusform>%n lines not whole</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parcel(s)</source>
        <translation>
            <numerusform>%n parcel</numerusform>
            <numerusform>%n parcels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GrantSheet</name>
    <message numerus="yes">
        <source>PIN: %n digit(s) typed</source>
        <translation>
            <numerusform>PIN: %n digit typed</numerusform>
            <numerusform>PIN: %n digits typed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message numerus="yes">
        <source>Selling works. %n case(s) for a manager.</source>
        <translation>
            <numerusform>Selling works. %n case for a manager.</numerusform>
            <numerusform>Selling works. %n cases for a manager.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Selling works. %n receipt(s) wait for the line.</source>
        <translation>
            <numerusform>Selling works. %n receipt waits for the line.</numerusform>
            <numerusform>Selling works. %n receipts wait for the line.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthCards</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthLists</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthView</name>
    <message numerus="yes">
        <source>%n entries are written and checked, none is missing: {file}</source>
        <translation>
            <numerusform>%n entry is written and checked, nothing is missing: {file}</numerusform>
            <numerusform>%n entries are written and checked, none is missing: {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are written as they are.</source>
        <translation>
            <numerusform>%n entry is written as it is.</numerusform>
            <numerusform>%n entries are written as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Damaged places: %n. Hand this file to support: {file}</source>
        <translation>
            <numerusform>Damaged places: %n. Hand this file to support: {file}</numerusform>
            <numerusform>Damaged places: %n. Hand this file to support: {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeView</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%n scan</numerusform>
            <numerusform>%n scans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for a decision</source>
        <translation>
            <numerusform>%n waiting for a decision</numerusform>
            <numerusform>%n waiting for a decision</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobModel</name>
    <message numerus="yes">
        <source>printed %n time(s)</source>
        <translation>
            <numerusform>printed %n time</numerusform>
            <numerusform>printed %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelsView</name>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) more on the list.</source>
        <translation>
            <numerusform>%n label more on the list.</numerusform>
            <numerusform>%n labels more on the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) sent to the printer.</source>
        <translation>
            <numerusform>%n label sent to the printer.</numerusform>
            <numerusform>%n labels sent to the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n of them are on the list. Print these, then go on.</source>
        <translation>
            <numerusform>The first %n of them is on the list. Print it, then go on.</numerusform>
            <numerusform>The first %n of them are on the list. Print these, then go on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loading</name>
    <message numerus="yes">
        <source>%n goods are here</source>
        <translation>
            <numerusform>%n item is here</numerusform>
            <numerusform>%n items are here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MattersView</name>
    <message numerus="yes">
        <source>%n more when these are decided</source>
        <translation>
            <numerusform>%n more when these are decided</numerusform>
            <numerusform>%n more when these are decided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s)</source>
        <translation>
            <numerusform>%n receipt</numerusform>
            <numerusform>%n receipts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParkedSheet</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PurseWords</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) are there, worth so much.</source>
        <translation>
            <numerusform>%n point is there, worth so much.</numerusform>
            <numerusform>%n points are there, worth so much.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message numerus="yes">
        <source>Printed again: %n time(s)</source>
        <translation>
            <numerusform>Printed again: %n time</numerusform>
            <numerusform>Printed again: %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message numerus="yes">
        <source>%n copy(ies)</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message numerus="yes">
        <source>%n entries are safe on this till and go to head office by themselves.</source>
        <translation>
            <numerusform>%n entry is safe on this till and goes to head office by itself.</numerusform>
            <numerusform>%n entries are safe on this till and go to head office by themselves.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message numerus="yes">
        <source>No word from head office for %n day(s): a manager needs an administrator.</source>
        <translation>
            <numerusform>No word from head office for %n day: a manager needs an administrator.</numerusform>
            <numerusform>No word from head office for %n days: a manager needs an administrator.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No word from head office for %n day(s): sales and closing only.</source>
        <translation>
            <numerusform>No word from head office for %n day: sales and closing only.</numerusform>
            <numerusform>No word from head office for %n days: sales and closing only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rights run out in %n day(s).</source>
        <translation>
            <numerusform>Rights run out in %n day.</numerusform>
            <numerusform>Rights run out in %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rights run out in %n hour(s).</source>
        <translation>
            <numerusform>Rights run out in %n hour.</numerusform>
            <numerusform>Rights run out in %n hours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunningPage</name>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n taken back</numerusform>
            <numerusform>%n taken back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeveralPage</name>
    <message numerus="yes">
        <source>%n chosen. Scan their numbers, or the number of a supply.</source>
        <translation>
            <numerusform>%n chosen. Scan their numbers, or the number of a supply.</numerusform>
            <numerusform>%n chosen. Scan their numbers, or the number of a supply.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message numerus="yes">
        <source>PIN: %n digit(s) typed</source>
        <translation>
            <numerusform>PIN: %n digit typed</numerusform>
            <numerusform>PIN: %n digits typed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s), or choose another name.</source>
        <translation>
            <numerusform>Too many wrong PINs. Wait %n second, or choose another name.</numerusform>
            <numerusform>Too many wrong PINs. Wait %n seconds, or choose another name.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All data sent, %n min ago.</source>
        <translation>
            <numerusform>All data sent, %n min ago.</numerusform>
            <numerusform>All data sent, %n min ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All data sent, %n s ago.</source>
        <translation>
            <numerusform>All data sent, %n s ago.</numerusform>
            <numerusform>All data sent, %n s ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n</source>
        <translation>
            <numerusform>Sending %n</numerusform>
            <numerusform>Sending %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskView</name>
    <message numerus="yes">
        <source>%n label(s) sent to the printer.</source>
        <translation>
            <numerusform>%n label sent to the printer.</numerusform>
            <numerusform>%n labels sent to the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) wait as a print job.</source>
        <translation>
            <numerusform>%n label waits as a print job.</numerusform>
            <numerusform>%n labels wait as a print job.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%n scan</numerusform>
            <numerusform>%n scans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown code(s)</source>
        <translation>
            <numerusform>%n unknown code</numerusform>
            <numerusform>%n unknown codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at {0}: %n line(s)</source>
        <translation>
            <numerusform>at {0}: %n line</numerusform>
            <numerusform>at {0}: %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n place(s)</source>
        <translation>
            <numerusform>{0} of %n place</numerusform>
            <numerusform>{0} of %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ticket</name>
    <message numerus="yes">
        <source>%n pack(s)</source>
        <translation>
            <numerusform>%n pack</numerusform>
            <numerusform>%n packs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketSide</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
</TS>
