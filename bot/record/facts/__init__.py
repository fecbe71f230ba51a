"""What a message says happened: shipments, events, agreements, approval stages. One kind a file, over one
scene. Pure.
"""
