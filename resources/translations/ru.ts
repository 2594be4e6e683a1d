<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>CategoryTabs</name>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More categories</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeCard</name>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter applies it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what the customer gives, or press an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>None of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of these is it?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message numerus="yes">
        <source>%n copy(ies) printed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid, no change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next scan begins the next sale.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>To pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in cash {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryBar</name>
    <message>
        <source>Apply what is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code by hand, or 3 × and scan: three pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code or number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount in per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan or choose the goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times: so many of the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weigh it, or type the quantity in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to {0} for you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>A settings file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the device again in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free space on this disk, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newer version again; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the last backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the secrets of this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings cannot be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database belongs to a newer version of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database driver is too old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged or its key is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database refused its safe setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device&apos;s address is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk reported an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of the database is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret store cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it or restore it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeySide</name>
    <message>
        <source>Discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Park</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parked {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Backspace</source>
        <translation>Стереть</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Десятичный знак</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Dark screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaidTicket</name>
    <message>
        <source>Ticket</source>
        <translation type="unfinished">Чек</translation>
    </message>
</context>
<context>
    <name>ParkedSheet</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Parked sales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sale of {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentView</name>
    <message>
        <source>A scan does nothing while money is taken. Finish, or go back to the sale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the typed amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment methods</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>A cart holds {limit} lines at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cart is still in hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A discount must be more than zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A manager can sign in meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payment must be more than zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quantity must be more than zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A refund is not paid in like a sale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A settings file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shift is open already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A void needs a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a manager to put it back on sale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask head office to add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask somebody with the right to do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check prices and quantities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the receipt number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check what was typed or scanned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check what was typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether a barcode was typed as the amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether a barcode was typed as the quantity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a line of the cart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another receipt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect it to head office once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the drawer and type the amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the drawer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted money is never below zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give less, or ask a manager to grant it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand out exactly what was paid too much by card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it and pay again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the list of settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend or remove the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than {limit_milli} of one thing cannot be sold on one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving cash needs a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or PIN is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shift is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was given to adjust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a receipt of the open shift can be taken back whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only cash can be more than the total; take the exact amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a shift first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the drawer needs a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay this one and open another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt {receipt} belongs to another shift.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt {receipt} was taken back already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register it with head office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the line and have the product put right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the line instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why it is taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan a single piece, or have the case added to the catalogue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan every label once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan it once more; if this stays, test the scanner in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the next customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell it, park it or empty it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with your PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out less, or put the change in first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the rest of the payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount must not be zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cash was not counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drawer should hold {held_minor}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The float is never below zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label carries no price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label says how much this is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scanner sent something that is no code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop has no place for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The total is no longer what was shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sale in this shift to take back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such sale at this till.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not so much cash in the drawer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in the cart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This amount is too large to be true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cart is sold already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This discount is more than the {limit_ppm} that you may give.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a case of {name}; how many are inside is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a quantity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not paid yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is sold in whole pieces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is {over_minor} more than is due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line is no longer in the cart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This price cannot be true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This quantity is too large to be true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This setting cannot have this value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till has no goods and prices yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till is not registered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till was blocked by head office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This total is too large to be true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong PINs; wait {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a quantity other than zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type digits with one decimal mark and three decimals at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type digits with one decimal mark, for example 12.90.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type how much to take off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the amount that is paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weigh it again, or type the quantity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weigh it, or type the quantity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount_minor} in cash cannot be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{back_minor} in cash is to be handed out here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has a price, quantity or tax rate that cannot be sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no longer sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is sold by weight.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResumePage</name>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Park</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesperson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Till</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchModel</name>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods</source>
        <translation type="unfinished">Товары</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished">Цена</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Enter tries it as a code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing called “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a part of the name, or the number under the barcode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter adds · Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>A scan does nothing on this screen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideNavigation</name>
    <message>
        <source>Screens</source>
        <translation>Разделы</translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>Choose your name, then type your PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First choose your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is known here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>PIN: %n digit(s) typed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People come from head office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s), or choose another name.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Who is working?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Discounts: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount{because}, held to the {percent} % that was allowed: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount{because}: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods before discounts (lines: {lines}): {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left to pay: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounded to {step} because it is paid in cash: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the discount on the whole receipt{because}, held to what was allowed: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the discount on the whole receipt{because}: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label says {amount} for {quantity} {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{packs} × pack of {pack} {unit}: {quantity} {unit} at {price} is {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % off{because}: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % tax is inside the price: {tax}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % tax is inside the price: {tax}, rounded once for the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % tax on {net}, inside the prices: {tax}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % tax on {net}: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % tax on {net}: {amount}, rounded once for the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quantity} {unit} at {price} is {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quantity} {unit} weighed, at {price}, is {amount}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Close notice</source>
        <translation>Закрыть сообщение</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All data sent, %n min ago.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All data sent, %n s ago.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All data sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cable or Wi-Fi of this till. Sales continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do here: it is sent by itself when the server answers. Sales continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way to head office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the details: a person should look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales stay on this till until it is let in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Sending %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Server unavailable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set date and time of this till.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network asks to sign in on its own web page. Sales continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The router works, the internet does not. Sales continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Till is blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Till not registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TenderLine</name>
    <message>
        <source>Take back: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ticket</name>
    <message numerus="yes">
        <source>%n pack(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>price from the label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TicketSide</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for the age: {0} or over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sale of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the first item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TOTAL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why so much?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You save {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or press F2 to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why so much?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TicketTable</name>
    <message>
        <source>Item</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Кол-во</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Чек</translation>
    </message>
</context>
<context>
    <name>TileGrid</name>
    <message>
        <source>Goods</source>
        <translation>Товары</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan or find goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shift {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoChip</name>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} с</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>box</source>
        <translation>кор.</translation>
    </message>
    <message>
        <source>g</source>
        <translation>г</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>кг</translation>
    </message>
    <message>
        <source>l</source>
        <translation>л</translation>
    </message>
    <message>
        <source>m</source>
        <translation>м</translation>
    </message>
    <message>
        <source>pcs</source>
        <translation>шт</translation>
    </message>
</context>
<context>
    <name>WhySheet</name>
    <message>
        <source>Why so much?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
