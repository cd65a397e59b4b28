select code, name,
       case
           when code in ('A60', 'A41', 'A57', 'A69', 'A71', 'A68', 'A89', 'A90', 'A11')
               then 'Road and pavement surface'
           when code in ('A29', 'A28', 'A23', 'A2', 'A73', 'A17')
               then 'Fly-tipping and dumped rubbish'
           when code in ('A79', 'A47', 'A20', 'A21', 'A34', 'A55') then 'Cleaning and weeds'
           when code in ('A81', 'A86', 'A46') then 'Street and traffic lights'
           when code in ('A8', 'A33', 'A35', 'A39', 'A40', 'A42', 'A26', 'A48', 'A49')
               then 'Drains and flooding'
           when code in ('A1', 'A92') then 'Abandoned vehicles'
           else 'Other'
       end as category
from received
